import { describe, expect, it } from 'vitest'
import { isProblem, type PlanComparisons, type Publication } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { publish } from '@klankbord/reporting'
import { SOLVING } from './solving.ts'
import { inputOf, people } from './survey-builder.ts'

const ANSWERS = [...people(1, 60, 10), ...people(2, 35, 35), ...people(3, 30, 40)]
const AGE = {
  variable: 'age',
  bands: [
    { code: 1, label: { nl: 'Jonger' }, to: 50 },
    { code: 2, label: { nl: 'Ouder' }, from: 50 },
  ],
}
const PLAN = { questions: ['quick'], breakdowns: [{ variable: 'district' }, AGE] }

const compared = (comparisons?: PlanComparisons): Promise<Publication> =>
  publish(inputOf(ANSWERS, { plan: { ...PLAN, ...(comparisons && { comparisons }) } }), SOLVING)

const testedIn = ({ tables }: Publication, id: string): number =>
  (tables.find((table) => table.id === id)?.groups ?? []).filter(
    (group) => group.status !== 'hidden' && group.verdict !== 'notTested',
  ).length

async function refusalOf(comparisons: PlanComparisons): Promise<unknown> {
  try {
    return (await compared(comparisons)).recipe.comparisons
  } catch (error) {
    return isProblem(error) ? { code: error.code, details: error.details } : error
  }
}

describe('a plan that says which groups are compared', () => {
  it('has all of them compared when it says nothing', async () => {
    const publication = await compared()
    expect([testedIn(publication, 'quick×district'), testedIn(publication, 'quick×age')]).toEqual([3, 2])
    expect(publication.recipe.comparisons).toMatchObject({ made: 5 })
    expect(publication.recipe.comparisons.planned).toBeUndefined()
  })

  it('has only those compared and counted for the correction', async () => {
    for (const comparisons of [{ breakdowns: ['district'] }, [['quick', 'district']]] as const) {
      const publication = reopen(JSON.parse(JSON.stringify(await compared(comparisons))))
      expect([testedIn(publication, 'quick×district'), testedIn(publication, 'quick×age')]).toEqual([3, 0])
      expect(publication.recipe.comparisons).toMatchObject({ made: 3, planned: comparisons })
      expect(publication.methods?.map(({ code }) => code)).toContain('groupsPlanned')
    }
  })

  it('has none compared, and says so', async () => {
    const publication = await compared('none')
    expect([testedIn(publication, 'quick×district'), testedIn(publication, 'quick×age')]).toEqual([0, 0])
    expect(publication.recipe.comparisons).toMatchObject({ made: 0, planned: 'none' })
    const codes = publication.methods?.map(({ code }) => code)
    expect(codes).toContain('groupsNotPlanned')
    expect(codes).not.toContain('groupsNotTested')
  })

  it('is refused where it names what it does not have, or something twice', async () => {
    expect(await refusalOf({ questions: ['slow'] })).toEqual({
      code: 'unknownVariable',
      details: { variable: 'slow', known: ['quick'], in: 'plan' },
    })
    expect(await refusalOf([['quick', 'region']])).toEqual({
      code: 'unknownVariable',
      details: { variable: 'region', known: ['district', 'age'], in: 'plan' },
    })
    expect(await refusalOf({ breakdowns: ['age', 'age'] })).toMatchObject({ code: 'duplicateInPlan' })
  })
})
