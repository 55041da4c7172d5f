import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  accessCodeState,
  countKeptRows,
  enterPaperForm,
  openWave,
  saveDraft,
  sealWave,
  storeResponse,
  withdrawResponse,
  writeBackup,
  type ResponsePlace,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aResponse, anArrival, anOpenWave } from '../fieldwork.ts'
import { waitingForLocks } from './waiting-for-locks.ts'

const DRAFT = { id: aResponse(90).id, answers: { q1: 1 }, revision: 1, language: 'nl', asked: [] }

let database: TestDatabase
let folder: string
let place: ResponsePlace

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'klankbord-sealing-'))
  const { studyId, version } = (await anOpenWave(database.db)).place
  const title = { nl: 'Met een code' }
  const wave = await openWave(database.db, studyId, { title, version, mode: 'codeAnonymous', frame: null, portion: 1 })
  place = { studyId, waveId: wave.id, version }
  await handOutAndSend(1)
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const codeOf = (n: number): string => String(n).padStart(64, 'c')

async function handOutAndSend(n: number): Promise<unknown> {
  const { studyId, waveId } = place
  const code = { study_id: studyId, wave_id: waveId, code_hash: codeOf(n), stratum: null, response_id: null }
  await database.db.insertInto('access_codes').values(code).execute()
  const response = { ...aResponse(n), withdrawalHash: `w${n}` }
  return storeResponse(database.db, anArrival(place, response, { codeHash: codeOf(n) }))
}

/** With a code of its own: what one person typed waits, and of what another types as well a response is made. */
async function typeForm(typist: 'a' | 'b'): Promise<unknown> {
  const { studyId, waveId } = place
  const code = { study_id: studyId, wave_id: waveId, code_hash: codeOf(7), stratum: null, response_id: null }
  await database.db
    .insertInto('access_codes')
    .values(code)
    .onConflict((one) => one.doNothing())
    .execute()
  const form = { studyId, waveId, formHash: codeOf(7) }
  return enterPaperForm(database.db, form, randomUUID(), async (trx) => {
    await accessCodeState(trx, place, codeOf(7))
    return typist === 'a'
      ? { keep: 'waits', sealed: Buffer.from('typed') }
      : { store: anArrival(place, aResponse(7), { codeHash: codeOf(7) }) }
  })
}

/** Goes on as soon as so many wait for a table. */
async function untilSomebodyWaits(many: number): Promise<void> {
  while ((await waitingForLocks(database.db)) < many);
}

it.each<[string, () => Promise<unknown>, unknown]>([
  ['sends answers', () => handOutAndSend(2), 'created'],
  ['saves a draft', () => saveDraft(database.db, place, DRAFT), 'saved'],
  ['types a paper form', () => typeForm('a'), 'waits'],
  ['types a paper form that matches', () => typeForm('b'), 'created'],
  ['withdraws', () => withdrawResponse(database.db, place, 'w1'), true],
  ['comes with a code', () => accessCodeState(database.db, place, codeOf(1)), 'used'],
  ['looks what is kept', async () => (await countKeptRows(database.db, place.studyId)).length, 1],
  [
    'makes a backup',
    async () => {
      const request = { names: [join(folder, 'backup')], passphrase: 'een lange zin', madeOn: '2026-05-01' }
      return (await writeBackup(database.connectionString, request)) !== null
    },
    true,
  ],
])(
  'lets somebody who %s while it waits for its turn go on after it, and is not held up by them',
  async (_, act, became) => {
    const reader = await database.db.startTransaction().execute()
    await sql`lock table pending_responses in access share mode`.execute(reader)
    const sealing = sealWave(database.db, place, { today: '2026-05-01', final: false })
    await untilSomebodyWaits(1)
    const acting = act()
    // Who only looks at a code may be through already.
    await Promise.race([untilSomebodyWaits(2), acting])
    await reader.rollback().execute()
    const [sealed, outcome] = await Promise.allSettled([sealing, acting])
    expect([sealed.status, outcome]).toEqual(['fulfilled', { status: 'fulfilled', value: became }])
  },
)
