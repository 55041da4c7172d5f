import { addFormRequest, CONTACT_TABLES, queueMessages } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { contactStore } from '../../src/contacts/contact-store.ts'
import { eraseNow } from '../../src/contacts/erase-now.ts'
import { markInvitations } from '../../src/fieldwork/mark-invitations.ts'
import { deleteDue } from '../../src/retention/delete-due.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { askedWave, type AskedWave } from './asked-wave.ts'

const MAIL = { to: { name: null, address: 'a@b.example' }, subject: 's', text: 't', html: null }

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

/** Three people are asked, one refuses, and somebody asks for paper. */
async function fieldwork(): Promise<AskedWave> {
  const asked = await askedWave(server.context, 'codeConfidential', 3)
  const { wave, people } = asked
  await markInvitations(server.context, wave, { mark: 'invited', invitations: people.map(({ id }) => id) })
  await queueMessages(
    contactStore(server.context),
    { studyId: wave.studyId, waveId: wave.id },
    people.map(({ id: invitationId }) => ({ invitationId, kind: 'reminded', mail: MAIL })),
  )
  const request = { form: 'paper', name: 'Bo', reach: 'Straat 1' } as const
  await addFormRequest(contactStore(server.context), { studyId: wave.studyId, waveId: wave.id }, request)
  return asked
}

async function rowsLeft(studyId: string): Promise<Readonly<Record<string, number>>> {
  const left: Record<string, number> = {}
  for (const table of CONTACT_TABLES) {
    const { rows } = await sql`select from ${sql.table(table)} where study_id = ${studyId}`.execute(
      server.context.database.db,
    )
    left[table] = rows.length
  }
  return left
}

const NOTHING = Object.fromEntries(CONTACT_TABLES.map((table) => [table, 0]))

it('takes list, invitations, codes, requests and the key away with the contacts, and proves how many it was', async () => {
  const { wave } = await fieldwork()
  const before = await rowsLeft(wave.studyId)
  expect(Object.values(before).every((rows) => rows > 0)).toBe(true)
  const { notice } = await eraseNow(server.context, wave.studyId, {}, { why: 'erased', by: 'Fatima' })
  expect(notice).toMatchObject({ what: 'contacts', rows: 4 })
  expect(notice?.keyFingerprint).not.toBeNull()
  expect(await rowsLeft(wave.studyId)).toEqual(NOTHING)
})

it('takes one person away with the invitation, and leaves the others theirs', async () => {
  const { wave } = await fieldwork()
  const { rows } = await sql<{ id: string }>`
    select id from contact.people where study_id = ${wave.studyId} limit 1`.execute(server.context.database.db)
  await eraseNow(server.context, wave.studyId, { id: rows[0]?.id ?? '' }, { why: 'withdrawn', by: 'Fatima' })
  expect(await rowsLeft(wave.studyId)).toMatchObject({
    'contact.people': 2,
    'contact.invitations': 2,
    'contact.fieldwork_events': 2,
    'contact.form_requests': 1,
    'contact.outbox': 2,
    'contact.study_keys': 1,
  })
})

it('does so when the term of the contacts is over, also where only a request is left', async () => {
  const { wave } = await fieldwork()
  const { db } = server.context.database
  await eraseNow(server.context, wave.studyId, { purpose: 'invitation' }, { why: 'erased', by: 'Fatima' })
  expect(await rowsLeft(wave.studyId)).toMatchObject({ 'contact.people': 0, 'contact.form_requests': 1 })
  await sql`update waves set state = 'sealed', closed_on = '2020-01-01' where study_id = ${wave.studyId}`.execute(db)
  await deleteDue({ db, contacts: db }, wave.studyId, '2026-11-22')
  expect(await rowsLeft(wave.studyId)).toEqual(NOTHING)
})
