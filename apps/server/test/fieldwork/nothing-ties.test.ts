import { queueMessages, sealWave } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contactStore } from '../../src/contacts/contact-store.ts'
import { markInvitations } from '../../src/fieldwork/mark-invitations.ts'
import { studyAccount } from '../../src/fieldwork/study-account.ts'
import { toRemind } from '../../src/fieldwork/to-remind.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { answer, askedWave, type AskedWave } from './asked-wave.ts'

const MAIL = { to: { name: null, address: 'a@b.example' }, subject: 's', text: 't', html: null }

let server: StartedServer
let asked: AskedWave

beforeAll(async () => {
  server = await startServer()
  asked = await askedWave(server.context, 'codeAnonymous', 12)
  await markInvitations(server.context, asked.wave, { mark: 'invited', invitations: asked.people.map(({ id }) => id) })
  await markInvitations(server.context, asked.wave, { mark: 'refused', invitations: [asked.people[0]?.id ?? ''] })
  await queueMessages(
    contactStore(server.context),
    placeOf(),
    asked.people.map(({ id: invitationId }) => ({ invitationId, kind: 'reminded', mail: MAIL })),
  )
  for (const [at, { codeHash }] of asked.people.slice(1, 9).entries())
    await answer(server.context, asked.wave, at + 1, codeHash)
})
afterAll(() => server.end())

const seal = (final: boolean) => sealWave(server.context.database.db, placeOf(), { today: '2026-11-22', final })
const placeOf = () => ({ studyId: asked.wave.studyId, waveId: asked.wave.id })

/** Every value of a table, without those that name the study, the wave and the version, which all rows have. */
async function valuesOf(table: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ row: Readonly<Record<string, unknown>> }>`
    select to_jsonb(t) as row from ${sql.table(table)} t where study_id = ${asked.wave.studyId}`.execute(
    server.context.database.db,
  )
  const common = new Set([asked.wave.studyId, asked.wave.id])
  const long = rows.flatMap(({ row }) => Object.values(row)).filter((value) => typeof value === 'string')
  // Shorter ones are words of ours, like "refused" or "Oost", or weeks.
  return new Set(long.filter((value) => value.length > 20 && !common.has(value)))
}

const OF_PEOPLE = ['people', 'frame_people', 'invitations', 'fieldwork_events', 'invited_marks', 'outbox'].map(
  (name) => `contact.${name}`,
)
const OF_ANSWERS = ['responses', 'pending_responses', 'access_codes', 'pending_codes', 'wave_margins', 'code_counts']

async function expectNoTie(): Promise<void> {
  for (const one of OF_PEOPLE) {
    const values = await valuesOf(one)
    for (const other of OF_ANSWERS) {
      const shared = [...(await valuesOf(other))].filter((value) => values.has(value))
      expect({ one, other, shared }).toEqual({ one, other, shared: [] })
    }
  }
}

describe('in an anonymous wave', () => {
  it('codes lie in the order of their hashes, which says nothing of the order of invitations', async () => {
    const { rows } = await sql<{ hash: string }>`
      select code_hash as hash from access_codes where study_id = ${asked.wave.studyId} order by ctid`.execute(
      server.context.database.db,
    )
    // That of who refused was written anew by itself.
    const lying = rows.map(({ hash }) => hash).filter((hash) => hash !== asked.people[0]?.codeHash)
    expect(lying).toEqual(lying.toSorted())
    expect(lying).not.toEqual(asked.people.slice(1).map(({ codeHash }) => codeHash))
  })

  it('no invitation shares a value with a code or an answer, before its portion is sealed and after it', async () => {
    expect((await valuesOf('contact.invitations')).size).toBeGreaterThan(20)
    expect((await valuesOf('pending_responses')).size).toBeGreaterThan(5)
    await expectNoTie()
    await seal(false)
    await expectNoTie()
  })

  it('no table has the stratum of an invitation or a code beside how somebody answered', async () => {
    const { rows } = await sql<{ table: string }>`
      select table_name as table from information_schema.columns where table_schema in ('public', 'contact')
      group by table_schema, table_name
      having bool_or(column_name = 'stratum')
        and bool_or(column_name in ('channel', 'language', 'answers', 'margin', 'week'))`.execute(
      server.context.database.db,
    )
    expect(rows).toEqual([])
  })

  it('no row can say of an invitation that its code was used', async () => {
    const [first] = asked.people
    const used = sql`
      insert into contact.fieldwork_events (study_id, id, invitation_id, kind, noted)
      values (${asked.wave.studyId}, gen_random_uuid(), ${first?.id}, 'codeUsed', '2026-W47')`
    await expect(used.execute(server.context.database.db)).rejects.toThrow(/kind_check/)
  })

  it('what happened to an invitation is known to the week', async () => {
    const { rows } = await sql<{ noted: string }>`
      select distinct noted from contact.fieldwork_events where study_id = ${asked.wave.studyId}`.execute(
      server.context.database.db,
    )
    expect(rows).toEqual([{ noted: '2026-W47' }])
  })

  it('a reminder goes to who answered as well as to who did not, and not to who refused', async () => {
    const reminded = (await toRemind(server.context, asked.wave)).map(({ id }) => id)
    expect(reminded.toSorted()).toEqual(
      asked.people
        .slice(1)
        .map(({ id }) => id)
        .toSorted(),
    )
  })

  it('the account tells two margins, and of small groups nothing', async () => {
    const account = await studyAccount(server.context, asked.wave)
    expect(Object.keys(account).toSorted()).toEqual(['margins', 'mode', 'notInvitedYet', 'places', 'strata', 'total'])
    expect(account).toMatchObject({ strata: [{ strata: ['Oost', 'West'], made: 12, usedAtLeast: 0 }] })
    await seal(true)
    expect(await studyAccount(server.context, asked.wave)).toMatchObject({
      total: { invited: 12, refused: 1, used: 8, answered: 8, withdrawn: 0, open: 3 },
      margins: {},
    })
    await expectNoTie()
  })
})
