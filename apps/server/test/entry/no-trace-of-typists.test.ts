import { sealWave } from '@klankbord/storage'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startServer, type StartedServer } from '../started-server.ts'
import { staffedWave } from './staffed-wave.ts'

let server: StartedServer
beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const PLANTED = 'De wijkverpleegkundige kwam elke dag'

/** Tables about accounts, in which somebody stands because they work here. */
const OF_ACCOUNTS = ['users', 'sessions', 'sign_in_links', 'memberships', 'credentials', 'audit_log']

/** The tables in which a text stands in any row that can be seen. */
async function tablesWith(text: string): Promise<readonly string[]> {
  const { db } = server.context.database
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname in ('public', 'contact') order by 1`.execute(db)
  const found: string[] = []
  for (const { name } of rows) {
    const table = sql.raw(name)
    const held = await sql`select from ${table} one where to_jsonb(one)::text like ${`%${text}%`} limit 1`.execute(db)
    if (held.rows.length > 0) found.push(name.replace('public.', ''))
  }
  return found
}

it('leaves nothing in an anonymous round that ties who typed a form, or its code, to a response', async () => {
  const { db } = server.context.database
  const round = await staffedWave(server, { mode: 'codeAnonymous', codes: 2, portion: 1 })
  const [ans, bep] = [await round.somebody('dataEntry'), await round.somebody('dataEntry')]
  const json = { form: round.codes[0], answers: { story: PLANTED }, marks: {}, language: 'nl', help: 'none' }
  await ans.asks(`${round.path}/forms`, { method: 'PUT', json })
  // While it waits the typist stands there, and what was typed can be read without the key by nobody.
  expect(await tablesWith(ans.id)).toContain('paper_entries')
  expect(await tablesWith(PLANTED)).toEqual([])
  await bep.asks(`${round.path}/forms`, { method: 'PUT', json })

  expect(await tablesWith(PLANTED)).toEqual(['pending_responses'])
  for (const { id } of [ans, bep])
    expect((await tablesWith(id)).filter((table) => !OF_ACCOUNTS.includes(table))).toEqual([])
  const stored = await sql<{ xmin: string; id: string }>`select xmin::text, id from pending_responses`.execute(db)
  const [response] = stored.rows
  expect(await tablesWith(response?.id ?? '')).toEqual(['pending_responses'])

  const wave = { studyId: round.wave.studyId, waveId: round.wave.id }
  await sealWave(db, wave, { today: '2026-12-24', final: true })
  expect(await tablesWith(PLANTED)).toEqual(['responses'])
  // The file that held the typed form, with who deleted its row, is another one now, and empty.
  const file = await sql<{ bytes: number }>`select pg_relation_size('paper_entries')::integer as bytes`.execute(db)
  expect(file.rows).toEqual([{ bytes: 0 }])
  const same = await sql`select from responses where xmin::text = ${response?.xmin ?? ''}`.execute(db)
  expect(same.rows).toEqual([])
})

it('erases forms that never matched when the round ends', async () => {
  const { db } = server.context.database
  const round = await staffedWave(server, {})
  const ans = await round.somebody('dataEntry')
  const json = { form: '1', answers: { story: PLANTED }, marks: {}, language: 'nl', help: 'none' }
  await ans.asks(`${round.path}/forms`, { method: 'PUT', json })
  await sealWave(db, { studyId: round.wave.studyId, waveId: round.wave.id }, { today: '2026-12-24', final: true })
  expect(await tablesWith(ans.id)).not.toContain('paper_entries')
  const cleared = await db.selectFrom('clearings').select('tables').where('study_id', '=', round.wave.studyId).execute()
  expect(cleared).toEqual([{ tables: ['paper_entries'] }])
})
