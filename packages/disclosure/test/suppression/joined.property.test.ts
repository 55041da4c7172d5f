import { beforeAll, describe, expect, inject, it } from 'vitest'
import { DEFAULT_POLICY, type CountTable } from '@klankbord/model'
import { protect, type Protected, type Solving } from '@klankbord/disclosure'
import { hideCoarsely } from '../../src/hiding/hide-coarsely.ts'
import { drawFrom, type QuestionSpec } from '../random-tables.ts'
import { SOLVING } from '../solving.ts'
import { joinedTables } from './joined-tables.ts'

const SURVEYS = 16 * inject('sampleFactor')
/** The solver was killed: what hides is the search without one. The audit still has its programs. */
const COARSE: Solving = { ...SOLVING, hide: (task) => Promise.resolve(hideCoarsely(task)) }

interface Survey {
  readonly tables: readonly CountTable[]
  readonly outcome: Protected
}

async function surveyOf(seed: number, solving: Solving): Promise<Survey> {
  const draw = drawFrom(seed)
  const questions: readonly QuestionSpec[] = [
    { name: 'a', options: 2 + draw(3), sensitive: false, kind: 'single' },
    { name: 'b', options: 2 + draw(3), sensitive: true, kind: draw(3) === 0 ? 'multiple' : 'single' },
  ]
  const tables = joinedTables(draw, 500, questions, { districts: 2 + draw(2), supports: 2 + draw(2), inEach: 2 })
  return { tables, outcome: await protect(tables, DEFAULT_POLICY, solving) }
}

/** Rows of the tables that are crossed or lie within others. */
function joinedRows({ tables, outcome }: Survey) {
  return outcome.tables.flatMap((table, at) => {
    const isJoined = table.by?.crossed !== undefined || table.by?.within !== undefined
    return isJoined ? table.groups.map((group, index) => ({ table, group, base: tables[at]?.bases[index] })) : []
  })
}

describe('surveys at random by districts, their neighbourhoods, kinds of support and these crossed', () => {
  let surveys: readonly Survey[] = []

  beforeAll(async () => {
    const all: Survey[] = []
    for (let seed = 1; seed <= SURVEYS; seed += 1) all.push(await surveyOf(seed, SOLVING))
    surveys = all
  }, 300_000)

  it('are published in part: no longer in full or not at all', () => {
    const partly = surveys.filter(({ outcome }) =>
      outcome.tables.some(
        ({ by, groups }) =>
          by?.crossed !== undefined &&
          groups.some(({ status }) => status === 'hidden') &&
          groups.some(({ status }) => status !== 'hidden'),
      ),
    )
    expect(partly.length).toBeGreaterThan(SURVEYS / 4)
  })

  it('show no crossed group under ten people or ten answers', () => {
    const shown = surveys.flatMap(joinedRows).filter(({ group }) => group.status !== 'hidden')
    expect(shown.length).toBeGreaterThan(SURVEYS)
    expect(shown.filter(({ base }) => Math.min(base?.total ?? 0, base?.valid ?? 0) < 10)).toEqual([])
  })

  it('say how the hidden figures were found', () => {
    expect(new Set(surveys.map(({ outcome }) => outcome.record.method))).toEqual(new Set(['bounded', 'exact']))
  })

  it('hide more where the solver was killed, and say so, and are as safe', async () => {
    for (const [at, { outcome }] of surveys.slice(0, 6).entries()) {
      const coarse = await surveyOf(at + 1, COARSE)
      expect(coarse.outcome.record.method).toBe('coarse')
      expect(hiddenIn(coarse.outcome)).toBeGreaterThanOrEqual(hiddenIn(outcome))
    }
  }, 120_000)
})

function hiddenIn({ record }: Protected): number {
  return Object.values(record.hidden).reduce((sum, count) => sum + count, 0)
}
