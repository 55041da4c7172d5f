import {
  channelsOf,
  openWave,
  removeLog,
  saveDraft,
  sealWave,
  storeResponse,
  withdrawResponse,
} from '@klankbord/storage'
import {
  closeWave,
  collectionEnd,
  countAccessCodes,
  countResponses,
  countWaiting,
  findWave,
  isStored,
  listWaves,
  wavesToSeal,
  type ResponsePlace,
  type WaveReference,
} from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aResponse, anArrival, anOpenWave } from '../fieldwork.ts'
import { waitingForLocks } from './waiting-for-locks.ts'

const TODAY = '2026-05-01'
let database: TestDatabase
let place: ResponsePlace

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())
beforeEach(async () => {
  const study = await anOpenWave(database.db)
  const { studyId, version } = study.place
  const wave = await openWave(database.db, studyId, {
    title: { nl: 'Met een code' },
    version,
    mode: 'codeAnonymous',
    frame: null,
  })
  place = { studyId, waveId: wave.id, version }
})

const codeOf = (n: number): string => String(n).padStart(64, 'c')
const count = (): Promise<number> => countResponses(database.db, place.studyId, place.waveId)

async function handOut(...numbers: readonly number[]): Promise<void> {
  const rows = numbers.map((n) => ({
    study_id: place.studyId,
    wave_id: place.waveId,
    code_hash: codeOf(n),
    stratum: null,
    response_id: null,
  }))
  await database.db.insertInto('access_codes').values(rows).execute()
}

const send = (n: number, code = n) =>
  storeResponse(
    database.db,
    anArrival(place, { ...aResponse(n), help: 'peer', withdrawalHash: `w${n}` }, { codeHash: codeOf(code) }),
  )

async function sendMany(from: number, to: number): Promise<void> {
  const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  await handOut(...numbers)
  for (const n of numbers) await send(n)
}

const seal = (final = false) => sealWave(database.db, place, { today: TODAY, final })

/** How many codes count as used: exactly, which staff are not told. */
const usedCodes = async (): Promise<number> => {
  const rows = await database.db.selectFrom('seals').select('codes').where('wave_id', '=', place.waveId).execute()
  return rows.reduce((sum, { codes }) => sum + codes, 0)
}

const codesOf = async (waveId: string): Promise<readonly string[]> => {
  const rows = database.db.selectFrom('access_codes').select('code_hash').where('wave_id', '=', waveId)
  return (await rows.execute()).map(({ code_hash: hash }) => hash)
}

const reference = (): WaveReference => ({ studyId: place.studyId, waveId: place.waveId })

async function anotherCodeWave(): Promise<ResponsePlace> {
  const title = { nl: 'Nog een' }
  const asked = { title, version: 1, mode: 'codeAnonymous', frame: null } as const
  return { ...place, waveId: (await openWave(database.db, place.studyId, asked)).id }
}

async function closedOn(waveId: string): Promise<string | null | undefined> {
  const wave = await database.db.selectFrom('waves').select('closed_on').where('id', '=', waveId).executeTakeFirst()
  return wave?.closed_on
}

/** The open wave that every study here begins with. */
async function closeFirstWave(): Promise<void> {
  const waves = await listWaves(database.db, place.studyId)
  for (const { id, mode } of waves.filter(({ state }) => state === 'open')) {
    if (mode === 'open') await closeWave(database.db, { studyId: place.studyId, waveId: id }, '2026-02-01')
  }
}

describe('somebody with a code', () => {
  it('answers once: the code is used, and another answer with it is refused', async () => {
    await handOut(1)
    expect(await send(1)).toBe('created')
    expect(await send(1)).toBe('same')
    await expect(send(2, 1)).rejects.toMatchObject({ code: 'accessCodeRefused' })
    await expect(send(3, 3)).rejects.toMatchObject({ code: 'accessCodeRefused' })
  })

  it('loses no code when the same id comes with two codes at the same moment', async () => {
    await handOut(1, 2)
    const outcomes = await Promise.all([send(1, 1), send(1, 2)])
    expect(outcomes.toSorted()).toEqual(['created', 'same'])
    expect(await send(4, outcomes[0] === 'created' ? 2 : 1)).toBe('created')
  })

  it('has used the code, also after withdrawing, before and after sealing', async () => {
    await handOut(1)
    await send(1)
    expect(await isStored(database.db, place, { id: aResponse(1).id, withdrawalHash: 'w1' })).toBe(true)
    expect(await withdrawResponse(database.db, place, 'w1')).toBe(true)
    await expect(send(2, 1)).rejects.toMatchObject({ code: 'accessCodeRefused' })
    await seal(true)
    expect([await count(), await usedCodes()]).toEqual([0, 1])
  })
})

describe('sealing', () => {
  it('counts nothing until a portion and one more have come, then the portion and its codes together', async () => {
    await sendMany(1, 20)
    expect(await seal()).toBeNull()
    await sendMany(21, 39)
    expect(await seal()).toBeNull()
    expect([await count(), await usedCodes()]).toEqual([0, 0])
    await sendMany(40, 40)
    expect(await seal()).toEqual({ portion: 1, responses: 20, codes: 20 })
    expect([await count(), await usedCodes()]).toEqual([20, 20])
    expect(await seal(true)).toEqual({ portion: 2, responses: 20, codes: 20 })
    expect([await count(), await usedCodes()]).toEqual([40, 40])
  })

  it('waits on when withdrawals made a portion too small', async () => {
    await sendMany(1, 20)
    await seal()
    await withdrawResponse(database.db, place, 'w7')
    await sendMany(21, 40)
    expect(await seal()).toBeNull()
    await sendMany(41, 60)
    expect(await seal()).toEqual({ portion: 1, responses: 39, codes: 40 })
  })

  it('seals all but a portion of many who came between two looks, and goes on in steps', async () => {
    await sendMany(1, 60)
    expect(await wavesToSeal(database.db, TODAY)).toContainEqual({ ...reference(), final: false })
    expect(await seal()).toEqual({ portion: 1, responses: 40, codes: 40 })
    expect(await wavesToSeal(database.db, TODAY)).not.toContainEqual({ ...reference(), final: false })
    expect(await seal()).toBeNull()
    expect([await countWaiting(database.db, place), await count(), await usedCodes()]).toEqual([20, 40, 40])
    await sendMany(61, 80)
    expect(await seal()).toEqual({ portion: 2, responses: 20, codes: 20 })
    expect(await seal(true)).toEqual({ portion: 3, responses: 20, codes: 20 })
    expect([await countWaiting(database.db, place), await count(), await usedCodes()]).toEqual([0, 80, 80])
  })

  it('chooses at random who stays behind, codes apart from answers', async () => {
    await sendMany(1, 60)
    await seal()
    const { rows: answers } = await sql<{ n: number }>`
      select right(id::text, 12)::integer as n from pending_responses where wave_id = ${place.waveId} order by n`.execute(
      database.db,
    )
    const { rows: codes } = await sql<{ n: number }>`
      select ltrim(code_hash, 'c')::integer as n from pending_codes where wave_id = ${place.waveId} order by n`.execute(
      database.db,
    )
    const [answered, coded] = [answers.map(({ n }) => n), codes.map(({ n }) => n)]
    expect([answered.length, coded.length]).toEqual([20, 20])
    const lastTwenty = Array.from({ length: 20 }, (_, n) => n + 41)
    for (const stayed of [answered, coded]) expect(stayed).not.toEqual(lastTwenty)
    expect(answered).not.toEqual(coded)
  })

  it('takes everybody once whose answers were sealed and whose code waits, or the other way round', async () => {
    await sendMany(1, 40)
    await seal()
    for (let n = 1; n <= 40; n += 1) {
      expect(await send(n)).toBe('same')
      await expect(send(n + 100, n)).rejects.toMatchObject({ code: 'accessCodeRefused' })
    }
    for (const n of [1, 2, 3, 4]) expect(await withdrawResponse(database.db, place, `w${n}`)).toBe(true)
    expect(await seal(true)).toMatchObject({ codes: 20 })
    expect([await count(), await usedCodes()]).toEqual([36, 40])
  })

  it('writes a portion in one transaction and one week, in another order than they came, and forgets channel, language and who helped', async () => {
    await sendMany(1, 25)
    await seal(true)
    const { rows } = await sql<{
      id: string
      xmin: string
      week: string
      channel: string
      language: string
      help: string
    }>`
      select id, xmin::text, week, channel, language, help from responses where wave_id = ${place.waveId} order by ctid`.execute(
      database.db,
    )
    for (const field of ['xmin', 'week', 'channel', 'language', 'help'] as const) {
      expect(new Set(rows.map((row) => row[field])).size).toBe(1)
    }
    expect(rows[0]).toMatchObject({ week: '2026-W18', channel: 'unrecorded', language: 'und', help: 'notKnown' })
    expect(rows.map(({ id }) => id)).not.toEqual(rows.map(({ id }) => id).toSorted())
    const margins = await database.db
      .selectFrom('wave_margins')
      .select(['margin', 'value', 'responses'])
      .where('wave_id', '=', place.waveId)
      .orderBy('margin')
      .execute()
    expect(margins).toEqual([
      { margin: 'channel', value: 'web', responses: 25 },
      { margin: 'help', value: 'peer', responses: 25 },
      { margin: 'language', value: 'nl', responses: 25 },
    ])
    expect(await channelsOf(database.db, place)).toEqual(['web'])
  })

  it('writes answers and codes of a portion in another order than they came, before all are mixed, too', async () => {
    await sendMany(1, 20)
    await seal()
    await sendMany(21, 40)
    expect(await seal()).toMatchObject({ portion: 1 })
    const { rows: answers } = await sql<{ id: string }>`
      select id from responses where wave_id = ${place.waveId} order by ctid`.execute(database.db)
    const { rows: codes } = await sql<{ id: string }>`
      select code_hash as id from access_codes where wave_id = ${place.waveId} and state = 'used'
      order by ctid`.execute(database.db)
    for (const rows of [answers, codes]) {
      const lie = rows.map(({ id }) => id)
      expect(lie).toHaveLength(20)
      expect(lie).not.toEqual(lie.toSorted())
    }
  })

  it('goes on in new files, so that nothing that was deleted lies in those of before', async () => {
    const files = async (): Promise<readonly string[]> => {
      const { rows } = await sql<{ file: string }>`
        select pg_relation_filepath(name::regclass) as file
        from unnest(${['pending_responses', 'pending_codes', 'drafts']}::text[]) as name`.execute(database.db)
      return rows.map(({ file }) => file)
    }
    await sendMany(1, 3)
    const before = await files()
    await seal(true)
    expect(new Set([...before, ...(await files())]).size).toBe(6)
  })

  it('leaves answers and drafts of other waves as they were', async () => {
    await sendMany(1, 1)
    const other = place
    const draft = { id: aResponse(90).id, answers: { q1: 1 }, revision: 1, language: 'nl', asked: [] }
    await saveDraft(database.db, other, draft)
    const study = await anOpenWave(database.db)
    const wave = await openWave(database.db, study.place.studyId, {
      title: { nl: 'Later' },
      version: 1,
      mode: 'codeAnonymous',
      frame: null,
    })
    place = { ...study.place, waveId: wave.id }
    await sendMany(1, 3)
    await seal(true)
    const waiting = await database.db.selectFrom('pending_responses').select('wave_id').execute()
    expect(waiting.filter(({ wave_id }) => wave_id === other.waveId)).toHaveLength(1)
    expect(waiting.filter(({ wave_id }) => wave_id === place.waveId)).toHaveLength(0)
    const kept = await database.db.selectFrom('drafts').select('id').where('wave_id', '=', other.waveId).execute()
    expect(kept).toEqual([{ id: draft.id }])
  })

  it('ends a wave for good: nothing is added, and what was sent before still answers as the same', async () => {
    await sendMany(1, 3)
    await handOut(4)
    await seal(true)
    expect((await findWave(database.db, place))?.state).toBe('sealed')
    expect(await send(2)).toBe('same')
    await expect(send(4)).rejects.toMatchObject({ code: 'waveSealed' })
    expect(await seal(true)).toBeNull()
    expect(await count()).toBe(3)
  })

  it('leaves nothing of who took part when a wave ends: not of one person, and not of their language', async () => {
    await handOut(1, 2, 3)
    await send(1)
    expect(await seal(true)).toEqual({ portion: 1, responses: 1, codes: 1 })
    expect(await codesOf(place.waveId)).toEqual([])
    expect(await countAccessCodes(database.db, place)).toMatchObject({ made: 3, groups: [{ made: 3, used: 0 }] })
    const margins = await database.db
      .selectFrom('wave_margins')
      .select('margin')
      .where('wave_id', '=', place.waveId)
      .execute()
    expect(margins).toEqual([{ margin: 'channel' }])
    expect(await send(1)).toBe('same')
    expect(await withdrawResponse(database.db, place, 'w1')).toBe(true)
  })

  it('would give one person away without erasing the codes', async () => {
    await handOut(1, 2, 3)
    await send(2)
    await sealWave(database.db, place, { today: TODAY, final: true, omit: new Set(['codes']) })
    const used = database.db.selectFrom('access_codes').select('code_hash').where('wave_id', '=', place.waveId)
    expect(await used.where('state', '=', 'used').execute()).toEqual([{ code_hash: codeOf(2) }])
    expect(await count()).toBe(1)
  })

  it('keeps no code of a wave that has ended, however many took part', async () => {
    await sendMany(1, 45)
    await handOut(46)
    await seal()
    await seal(true)
    expect([await codesOf(place.waveId), await usedCodes()]).toEqual([[], 45])
  })

  it('counts the end of its fieldwork from the day it was closed, and where nobody closed it, from the day it was sealed', async () => {
    await database.db
      .updateTable('waves')
      .set({ opened: new Date('2024-01-01') })
      .where('id', '=', place.waveId)
      .execute()
    const other = { title: { nl: 'Eerder' }, version: 1, mode: 'open', frame: null } as const
    const { id } = await openWave(database.db, place.studyId, other)
    await closeWave(database.db, { studyId: place.studyId, waveId: id }, '2026-03-01')
    await closeFirstWave()
    await sealWave(database.db, { studyId: place.studyId, waveId: id }, { today: TODAY, final: true })
    await seal(true)
    expect(await closedOn(id)).toBe('2026-03-01')
    expect(await closedOn(place.waveId)).toBe(TODAY)
    expect(await collectionEnd(database.db, place.studyId)).toEqual({ closedOn: TODAY, lastDay: TODAY })
  })

  it('seals a response also when its id was stored in another wave of the study at the same moment', async () => {
    await sendMany(1, 3)
    const other = { title: { nl: 'Voor iedereen' }, version: 1, mode: 'open', frame: null } as const
    const { id: waveId } = await openWave(database.db, place.studyId, other)
    // Two servers let both in: neither sees yet what the other stores.
    await sql`insert into responses (study_id, id, wave_id, version, answers, empties, codes, numbers, language, channel,
        week, content_hash)
      select study_id, id, ${waveId}, version, '{}', empties, codes, numbers, language, channel, week, 'other'
      from pending_responses where study_id = ${place.studyId} and id = ${aResponse(2).id}`.execute(database.db)
    expect(await seal(true)).toMatchObject({ responses: 3, codes: 3 })
    expect([await count(), await countResponses(database.db, place.studyId, waveId)]).toEqual([3, 1])
  })

  it('mixes the portions at its end, while people send and withdraw', async () => {
    await sendMany(1, 41)
    await seal()
    await sendMany(42, 61)
    await seal()
    // Holds mixing up where all answers were written anew, and the codes not erased yet.
    await handOut(500)
    const holder = await database.db.startTransaction().execute()
    await sql`select from access_codes where code_hash = ${codeOf(500)} for update`.execute(holder)
    const ending = seal(true)
    await expect.poll(async () => (await findWave(database.db, place))?.state, { interval: 5 }).toBe('sealed')
    expect(await wavesToSeal(database.db, TODAY)).toContainEqual({ ...reference(), final: true })
    await expect.poll(() => waitingForLocks(database.db), { interval: 5 }).toBe(1)
    const ended = place
    place = await anotherCodeWave()
    await sendMany(1001, 1001)
    const withdrawing = withdrawResponse(database.db, ended, 'w1')
    await holder.rollback().execute()
    expect([await ending, await withdrawing]).toMatchObject([{ portion: 3, responses: 20 }, true])
    place = ended
    expect(await count()).toBe(60)
    const { rows } = await sql<{ written: number }>`
      select count(distinct xmin::text)::integer as written from responses where wave_id = ${place.waveId}`.execute(
      database.db,
    )
    expect(rows).toEqual([{ written: 1 }])
    expect(await wavesToSeal(database.db, TODAY)).not.toContainEqual({ ...reference(), final: true })
  })

  it('mixes the portions later when the server ended in between', async () => {
    await sendMany(1, 3)
    await seal(true)
    const notMixed = () => wavesToSeal(database.db, TODAY)
    await database.db.updateTable('waves').set({ mixed: false }).where('id', '=', place.waveId).execute()
    expect(await notMixed()).toContainEqual({ ...reference(), final: true })
    expect(await seal(true)).toBeNull()
    expect(await notMixed()).not.toContainEqual({ ...reference(), final: true })
    expect(await count()).toBe(3)
  })

  it('loses no answer that is sent while it works', async () => {
    await handOut(...Array.from({ length: 200 }, (_, n) => n + 1))
    const outcomes = Promise.all(Array.from({ length: 200 }, (_, n) => send(n + 1)))
    for (let times = 0; times < 10; times += 1) await seal()
    expect(new Set(await outcomes)).toEqual(new Set(['created']))
    await seal(true)
    expect([await count(), await usedCodes()]).toEqual([200, 200])
  })

  it('removes the log of what arrived, and says so', async () => {
    const [here] = await removeLog(database.db)
    expect(here).toEqual({ name: 'primary', gone: true, reason: null })
  })
})
