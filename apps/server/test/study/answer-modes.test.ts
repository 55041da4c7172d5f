import { randomUUID } from 'node:crypto'
import { findPublication, findWave, listPublications } from '@klankbord/storage'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishWave } from '../../src/publication/publish-wave.ts'
import { answerModes } from '../../src/study/answer-modes.ts'
import { ask } from '../http/ask.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { openWmoWave } from '../wmo-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

it('says in a publication how people answered, and how each of its questions was asked', async () => {
  const { context } = server
  const { studyId, address, id: waveId } = await openWmoWave(context, 'hoe-gevraagd')
  const place = { studyId, waveId }
  expect(await answerModes(context, place)).toEqual(['web'])
  for (let count = 0; count < 12; count += 1) {
    const json = { answers: { t1: 1 + (count % 2) }, language: 'nl' }
    const sent = await ask(server, `/api/waves/${address}/responses/${randomUUID()}`, { method: 'PUT', json })
    expect(sent.status).toBe(201)
  }
  const wave = await findWave(context.database.db, place)
  if (wave === null) throw new Error('no wave')
  await publishWave(context, wave)
  const [listed] = await listPublications(context.database.db, studyId)
  const stored = await findPublication(context.database.db, listed?.id ?? '')
  const { recipe } = JSON.parse(stored?.content ?? '{}') as {
    recipe: { asked: Record<string, { wordingHash: string }>; modes: string[] }
  }
  expect(recipe.modes).toEqual(['web'])
  expect(recipe.asked['t1']?.wordingHash).toMatch(/^[0-9a-f]{64}$/)
})
