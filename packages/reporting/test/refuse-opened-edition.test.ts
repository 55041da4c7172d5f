import { describe, expect, it } from 'vitest'
import { isProblem, type ReportPlan } from '@klankbord/model'
import { publish, refuseOpenedEdition } from '@klankbord/reporting'
import { SOLVING } from './solving.ts'
import { inputOf, people } from './survey-builder.ts'

const plan: ReportPlan = { questions: ['quick'], breakdowns: [{ variable: 'district' }] }
const before = [...people(1, 30, 10), ...people(2, 5, 4), ...people(3, 10, 4)]

const refusalOf = async (made: Promise<void>): Promise<string> => {
  try {
    await made
    return 'not refused'
  } catch (error) {
    if (isProblem(error, 'editionTooClose')) return error.message
    throw error
  }
}

describe('an edition beside all earlier ones together', () => {
  it('is refused with every figure that they would open, as far as somebody looks through', async () => {
    const small = await publish(inputOf(before, { plan }), SOLVING)
    const grown = await publish(inputOf([...before, ...people(2, 10, 10)], { plan }), SOLVING)
    expect(await refusalOf(refuseOpenedEdition(grown, [{ tables: small.tables }], SOLVING))).toMatch(
      /^edition is too close to an earlier one: quick×district, group 2, [^;]+; also quick×district, group \d/,
    )
  })

  it('may stand where it says the same', async () => {
    const first = await publish(inputOf(before, { plan }), SOLVING)
    expect(await refusalOf(refuseOpenedEdition(first, [{ tables: first.tables }], SOLVING))).toBe('not refused')
  })
})
