import { readContacts, type Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactStore } from '../../src/contacts/contact-store.ts'
import { openConsentingWave } from '../consenting-wave.ts'
import { ask, type Answer } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { storedAnswers } from '../wmo-wave.ts'

let server: StartedServer
let wave: Wave

const post = (form: Readonly<Record<string, string>>, below = ''): Promise<Answer> =>
  ask(server, `/v/samen${below}`, { method: 'POST', form: { language: 'nl', ...form } })
const field = ({ text }: Answer, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? ''
const drafts = async (): Promise<number> =>
  (await server.context.database.db.selectFrom('drafts').select('id').execute()).length
const people = () => readContacts(contactStore(server.context), { studyId: wave.studyId, purpose: 'again' })

beforeAll(async () => {
  server = await startServer()
  wave = await openConsentingWave(server.context, 'samen')
})
afterAll(() => server.end())

describe('somebody who is asked for consent', () => {
  it('is kept on the introduction without a tick to take part, and nothing is kept of them', async () => {
    const page = await post({ go: 'start', 'on.page': 'introduction', quotable: 'true' })
    expect(page.status).toBe(422)
    expect(page.text).toContain('Zet een vinkje als u wilt meedoen.')
    expect(page.text).toMatch(/name="quotable" value="true"\s+checked/)
    expect(await drafts()).toBe(0)
  })

  it('practises, goes on, and sends what they agreed to with their answers', async () => {
    const practice = await post({ go: 'start', 'on.page': 'introduction', takes_part: 'true' })
    expect(practice.text).toContain('Dit is een oefenvraag. We bewaren het antwoord niet.')
    const draft = field(practice, 'draft')
    const first = await post({ go: 'next', 'on.page': 'practice', 'practice.answer': '1', draft })
    expect(first.text).toContain('Vraag 1 van ongeveer 1')
    const ready = await post({ go: 'next', screen: 'story', draft, story: 'Fijn' })
    const done = await post({ go: 'submit', draft, code: field(ready, 'code') })
    expect(done.text).toContain('href="/v/samen/again?lang=nl"')
    expect(await storedAnswers(server.context, wave)).toMatchObject([
      { answers: { takes_part: true, quotable: false, story: 'Fijn' } },
    ])
  })

  it('cannot send answers past it by a program either', async () => {
    const put = (answers: object): Promise<Answer> =>
      ask(server, '/api/waves/samen/responses/0f0c1f8e-6f1b-4f3e-9a52-0d5a1c2b3e4f', {
        method: 'PUT',
        json: { answers, language: 'nl' },
      })
    const refused = await put({ takes_part: false, story: 'Fijn' })
    expect([refused.status, refused.text.includes('consentMissing')]).toEqual([422, true])
    expect((await put({ takes_part: true, quotable: true, story: 'Fijn' })).status).toBe(201)
  })
})

describe('somebody who may be contacted again', () => {
  const NAMED = { go: 'submit', name: 'Bo van Dam', reach: 'bo@voorbeeld.example', agreed: 'yes' }

  it('reads it on the introduction', async () => {
    expect((await ask(server, '/v/samen')).text).toContain('Neemt u later nog contact met mij op?')
  })

  it('is asked to agree, and keeps what was typed', async () => {
    const page = await post({ ...NAMED, agreed: '', reach: 'thuis' }, '/again')
    expect(page.status).toBe(422)
    for (const told of ['Zet een vinkje als u dit goed vindt.', 'Schrijf op hoe wij u kunnen bereiken.', 'Bo van Dam'])
      expect(page.text).toContain(told)
    expect(await people()).toEqual([])
    expect((await post({ ...NAMED, go: 'language:en' }, '/again')).text).toContain('value="Bo van Dam"')
  })

  it('leaves a name, with the words they agreed to, and nothing that leads to answers or a day', async () => {
    const done = await post(NAMED, '/again')
    expect([done.status, done.text.includes('Uw naam is bewaard')]).toEqual([200, true])
    expect(await people()).toMatchObject([
      {
        contact: {
          name: 'Bo van Dam',
          email: 'bo@voorbeeld.example',
          consent: expect.stringMatching(/^nl [0-9a-f]{12}$/),
        },
      },
    ])
    const row = await contactStore(server.context).db.selectFrom('contact.people').selectAll().executeTakeFirstOrThrow()
    expect(Object.keys(row).toSorted()).toEqual(['id', 'mark', 'purpose', 'sealed', 'study_id'])
    expect(JSON.stringify(row)).not.toMatch(/Bo van Dam|voorbeeld/)
  })

  it('gives no code there, nor an answer', async () => {
    expect((await post({ ...NAMED, draft: 'x' }, '/again')).status).toBe(422)
    expect(await people()).toHaveLength(1)
  })
})
