import type { Wave } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waveFrequencies, type VariableFigures } from '../../src/analysis/wave-frequencies.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { sampleWave } from './sample-wave.ts'

let server: StartedServer
let wave: Wave

beforeAll(async () => {
  server = await startServer()
  wave = await sampleWave(server.context)
})
afterAll(() => server.end())

/** How many stored answers to a question are this one. */
async function stored(question: string, code: number): Promise<number> {
  const { db } = server.context.database
  const rows = await db.selectFrom('responses').select('answers').where('wave_id', '=', wave.id).execute()
  return rows.filter(({ answers }) => answers[question] === code).length
}

/** The figures of everybody for the one question that was asked about. */
function onlyGroup(variables: readonly VariableFigures[]): VariableFigures['groups'][number] {
  const [group, ...others] = variables.flatMap(({ groups }) => groups)
  if (group === undefined || others.length > 0) throw new Error('expected one question and everybody')
  return group
}

const WHERE_TO_GO = 't1'

describe('a researcher who looks at the frequencies of a wave', () => {
  it('sees of each answer what was stored, with the bases that it is a share of', async () => {
    const figures = await waveFrequencies(server.context, wave, { questions: [WHERE_TO_GO] })
    const { base, options = [], ...everybody } = onlyGroup(figures.variables)
    expect(options.map(({ code }) => code)).toEqual([1, 2, 3, 4, 5])
    for (const { code, count } of options) expect([code, count]).toEqual([code, await stored(WHERE_TO_GO, code)])
    expect(everybody).toMatchObject({
      people: 599,
      population: wave.frame?.population,
    })
    const { asked, answered, valid, empties } = base
    expect(valid).toBe(options.reduce((sum, { count }) => sum + count, 0))
    expect([asked, answered]).toEqual([599, 599 - (empties.skipped ?? 0)])
    expect(answered - valid).toBe((empties.dontKnow ?? 0) + (empties.refused ?? 0))
  })
})
