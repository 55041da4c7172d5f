import { addLook, listLooks } from '@klankbord/storage'
import { createTestDatabase, type TestDatabase } from '@klankbord/testing'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { anOpenWave } from './fieldwork.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

const look = (by: string) => ({ what: 'responses', responses: 12, purpose: 'Controle', by, on: '2026-05-01' }) as const

it('is told who looked at single answers of a study, in their order, also of many at the same moment', async () => {
  const { place, another } = await anOpenWave(database.db)
  await addLook(database.db, place, look('Fatima'))
  const [elsewhere, others] = [await another(), Array.from({ length: 8 }, (_, n) => `Ola ${n}`)]
  await Promise.all(others.map((by) => addLook(database.db, elsewhere, look(by))))
  const looks = await listLooks(database.db, place.studyId)
  expect(looks[0]).toEqual({ waveId: place.waveId, ...look('Fatima') })
  expect(looks.map(({ by }) => by).toSorted()).toEqual(['Fatima', ...others])
  expect(await listLooks(database.db, (await anOpenWave(database.db)).place.studyId)).toEqual([])
  expect(await listLooks(database.db, 'none')).toEqual([])
})

it.each(['update looks set looked_by = $$x$$', 'delete from looks', 'truncate looks'])(
  'lets nobody change what was written: %s',
  async (statement) => {
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow('rows of looks are only added')
  },
)
