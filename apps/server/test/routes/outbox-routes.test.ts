import { readAuditLog, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, type Answer, type Question } from '../http/ask.ts'
import { mailedWave } from '../mail/mailed-people.ts'
import { startServer, type StartedServer } from '../started-server.ts'

let server: StartedServer
let cookie: string
let wave: Wave

beforeAll(async () => {
  server = await startServer()
  cookie = await server.signIn()
  wave = await mailedWave(server.context, 'codeConfidential', 3)
})
afterAll(() => server.end())

const asks = (rest: string, question: Question = {}): Promise<Answer> =>
  ask(server, `/api/studies/${wave.studyId}${rest}`, { ...question, headers: { cookie } })

interface Listed {
  readonly counts: Readonly<Record<string, number>>
  readonly messages: readonly { readonly id: string; readonly to: { readonly address: string } }[]
}
const listed = async (): Promise<Listed> => (await asks('/outbox')).json() as unknown as Listed

it('lets a researcher write to everybody, read and download what waits, and note that it was sent', async () => {
  const mails = `/waves/${wave.id}/invitations/mails`
  expect((await asks(mails, { json: { kind: 'invitation', dryRun: true } })).json()).toMatchObject({ queued: 3 })
  expect((await listed()).counts).toEqual({ waiting: 0, sent: 0, failed: 0 })
  expect((await asks(mails, { json: { kind: 'invitation' } })).json()).toMatchObject({ queued: 3, needLetter: 0 })
  const { counts, messages } = await listed()
  expect(counts).toEqual({ waiting: 3, sent: 0, failed: 0 })
  const [first] = messages
  const one = await asks(`/outbox/${first?.id}`)
  expect(one.json()).toMatchObject({ to: first?.to, kind: 'invited', text: expect.stringContaining('/v/') })

  const eml = await asks(`/outbox/${first?.id}/eml`)
  expect(eml.headers.get('content-type')).toMatch(/^message\/rfc822/)
  expect(eml.headers.get('content-disposition')).toBe(`attachment; filename="${first?.id}.eml"`)
  expect(eml.text).toContain(first?.to.address)
  const mbox = await asks('/outbox.mbox')
  expect(mbox.text.match(/^From klankbord /gm)).toHaveLength(3)
  expect(mbox.headers.get('content-disposition')).toContain('attachment')

  expect((await asks('/outbox/sent', { json: { messages: [first?.id] } })).json()).toEqual({ noted: 1 })
  expect((await asks(`/outbox/${first?.id}`)).code).toBe('unknownMail')
  expect((await asks('/outbox/sent', { json: { messages: [first?.id] } })).code).toBe('unknownMail')
  expect((await asks('/outbox/sent', { json: { messages: 'all' } })).json()).toEqual({ noted: 2 })
  expect((await listed()).counts).toEqual({ waiting: 0, sent: 3, failed: 0 })
  expect((await asks(mails, { json: { kind: 'reminder' } })).json()).toMatchObject({ queued: 3 })

  const log = JSON.stringify(await readAuditLog(server.context.database.db, { limit: 100 }))
  for (const action of [
    'invitations.mailed',
    'reminders.mailed',
    'outbox.seen',
    'outbox.read',
    'outbox.downloaded',
    'outbox.sent',
  ])
    expect(log).toContain(action)
  expect(log + server.logged()).not.toMatch(/findmij/i)
})
