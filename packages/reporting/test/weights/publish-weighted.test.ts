import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  isProblem,
  type Answers,
  type Frame,
  type Publication,
  type RecipeWeights,
  type ReleasedGroup,
  type ReportPlan,
} from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { codebook } from '@klankbord/questionnaire'
import { publish, recompute, type PublishInput } from '@klankbord/reporting'
import { frequencies, rake } from '@klankbord/statistics'
import { neighbours, numbersInput } from '../numbers/number-survey.ts'
import { SOLVING } from '../solving.ts'
import { datasetOf, inputOf, people, testQuestionnaire } from '../survey-builder.ts'

/** Half of the town lives in Noord, and a fifth of those who answered. */
const FRAME: Frame = {
  population: 1000,
  invited: 1000,
  source: { nl: 'Lijst van de gemeente' },
  strata: { district: { 1: 500, 2: 250, 3: 250 } },
}
const ANSWERS = [...people(1, 30, 10), ...people(2, 20, 60), ...people(3, 20, 60)]
const WEIGHTED: ReportPlan = {
  questions: ['quick', 'aids'],
  breakdowns: [{ variable: 'district' }],
  headline: 'quick',
  basis: { weighted: { by: ['district'] } },
}
const YOUNGER = { code: 1, label: { nl: 'Jonger' }, to: 50 }
const OLDER = { code: 2, label: { nl: 'Ouder' }, from: 50 }
const AGE = { variable: 'age', bands: [YOUNGER, OLDER] }
const keyedDigest = (text: string): string => createHmac('sha256', 'key').update(text).digest('hex')

const weightedInput = (changes: Partial<PublishInput> = {}, answers: readonly Answers[] = ANSWERS): PublishInput =>
  inputOf(answers, { frame: FRAME, plan: WEIGHTED, ...changes })
const published = (changes: Partial<PublishInput> = {}, answers: readonly Answers[] = ANSWERS) =>
  publish(weightedInput(changes, answers), SOLVING)

async function refusalOf(changes: Partial<PublishInput>, answers: readonly Answers[] = ANSWERS): Promise<unknown> {
  try {
    await published(changes, answers)
    return 'published'
  } catch (error) {
    return isProblem(error) ? { code: error.code, details: error.details } : error
  }
}

function groupOf({ tables }: Publication, id: string, group = 0): Exclude<ReleasedGroup, { status: 'hidden' }> {
  const row = tables.find((table) => table.id === id)?.groups[group]
  if (row === undefined || row.status === 'hidden') throw new Error(`expected ${id} to show group ${group}`)
  return row
}

const isHidden = ({ tables }: Publication, id: string): boolean =>
  tables.find((table) => table.id === id)?.groups.every(({ status }) => status === 'hidden') ?? false

describe('a weighted publication', () => {
  it('tells shares of the population, and counts of people', async () => {
    const everybody = groupOf(await published(), 'quick')
    // 0.5 × 30/40 + 0.25 × 20/80 + 0.25 × 20/80
    expect(everybody.positive?.share).toBeCloseTo(0.5, 12)
    expect(everybody).toMatchObject({ base: { valid: 200 }, cells: [{ count: 70 }, { count: 130 }] })
  })

  it('has wider intervals than one in which everybody counts once', async () => {
    const width = ({ cells: [cell] }: ReturnType<typeof groupOf>): number =>
      cell?.status === 'shown' ? cell.high - cell.low : 0
    const counted = await published({ plan: { ...WEIGHTED, basis: 'counted' } })
    expect(width(groupOf(await published(), 'quick'))).toBeGreaterThan(width(groupOf(counted, 'quick')))
  })

  it('says by what it was weighted, to what, and what that cost', async () => {
    const { recipe, methods } = await published()
    expect(recipe.weights).toEqual({
      by: ['district'],
      labels: { district: { nl: 'Waar woont u?' } },
      method: 'postStratification',
      trim: null,
      targets: FRAME.strata,
      // 200 × (40 × 2.5² + 160 × 0.625²) / 200²
      designEffect: 1.57,
      effectiveSize: 127.4,
      smallest: 0.63,
      largest: 2.5,
    } satisfies RecipeWeights)
    expect(methods?.find(({ code }) => code === 'weighted')?.details).toMatchObject({ by: ['district'], largest: 2.5 })
    expect(methods?.some(({ code }) => code === 'notWeighted')).toBe(false)
  })

  it('lets nobody weigh more than the plan allows', async () => {
    const trimmed = await published({ plan: { ...WEIGHTED, basis: { weighted: { by: ['district'], trim: 1.5 } } } })
    expect(trimmed.recipe.weights).toMatchObject({ trim: 1.5, largest: 1.5 })
  })

  it('can be opened again and made again from its records', async () => {
    const publication = reopen(JSON.parse(JSON.stringify(await published({ keyedDigest }))))
    const again = (answers: readonly Answers[]) =>
      recompute(publication, {
        dataset: datasetOf(testQuestionnaire(), answers),
        questionnaire: testQuestionnaire(),
        keyedDigest,
        earlier: [],
      })
    expect(again(ANSWERS).map(({ outcome }) => outcome)).not.toContain('different')
    expect(again(ANSWERS).every(({ outcome }) => outcome === 'same')).toBe(true)
    expect(again([...ANSWERS, ...people(1, 1, 0)]).every(({ outcome }) => outcome === 'inputGone')).toBe(true)
  })
})

describe('a weighted round after one that was counted', () => {
  it('says which of the two is weighted, and compares them across no break', async () => {
    const wave = { title: { nl: 'Vorig jaar' }, mode: 'open', from: '2025-W10', to: '2025-W18' } as const
    const before = await published({ id: 'vorige', wave, plan: { ...WEIGHTED, basis: 'counted' } })
    const after = reopen(JSON.parse(JSON.stringify(await published({ earlier: [before] }))))
    const [quick] = after.trend?.questions ?? []
    expect(quick?.points.map(({ weighted }) => weighted ?? false)).toEqual([false, true])
    expect(quick?.differences).toEqual([])
  })
})

describe('weights by two variables', () => {
  const plan = {
    ...WEIGHTED,
    breakdowns: [{ variable: 'district' }, AGE],
    basis: { weighted: { by: ['district', 'age'] } },
  }
  const strata = { district: { 1: 500, 2: 250, 3: 250 }, age: { 1: 400, 2: 600 } }
  const frame = { ...FRAME, strata }
  const aged = ANSWERS.map((answers, at) => ({ ...answers, age: at % 3 === 0 ? 30 : 70 }))

  it('are those of raking, whose figures are held against those of R', async () => {
    const { columns } = datasetOf(testQuestionnaire(), aged)
    const { district, quick } = columns
    if (district?.type !== 'single' || quick?.type !== 'single') throw new Error('expected single choices')
    const margin = (variable: string, codes: ArrayLike<number>, sizes: Readonly<Record<string, number>>) => ({
      variable,
      codes,
      targets: Object.entries(sizes).map(([code, size]) => ({ code: Number(code), total: size / 5 })),
    })
    const ages = aged.map(({ age }) => (age === 30 ? 1 : 2))
    const { weights } = rake({
      margins: [margin('district', district.codes, strata.district), margin('age', ages, strata.age)],
    })
    const { variables } = codebook(testQuestionnaire())
    const { categories = [] } = variables.find(({ name }) => name === 'quick') ?? {}
    const { weighted } = frequencies(quick, categories, { weights })
    const everybody = groupOf(await published({ plan, frame }, aged), 'quick')
    const shares = everybody.cells.map((cell) => (cell.status === 'shown' ? cell.share : null))
    expect(shares[0]).toBeCloseTo((weighted?.counts[0] ?? 0) / (weighted?.base.valid ?? 1), 9)
  })

  it('are refused where the sizes of the two do not add up to the same', async () => {
    const other = { ...frame, strata: { ...strata, age: { 1: 400, 2: 500 } } }
    expect(await refusalOf({ plan, frame: other }, aged)).toMatchObject({ code: 'marginsDisagree' })
  })
})

describe('numbers of a weighted publication', () => {
  const strata = { district: { 1: 300, 2: 100 } }
  const input = (basis: ReportPlan['basis']): PublishInput =>
    numbersInput(
      [...neighbours(1, 40, () => ({ grade: 8 })), ...neighbours(2, 40, (at) => ({ grade: at % 2 === 0 ? 4 : 6 }))],
      { numbers: ['grade', 'contact'], basis: basis ?? 'counted' },
      { frame: { ...FRAME, population: 400, strata } },
    )
  const meanOf = async (basis: ReportPlan['basis'], name: string): Promise<number | undefined> => {
    const { numbers = [] } = await publish(input(basis), SOLVING)
    const [everybody] = numbers.find(({ id }) => id === name)?.groups ?? []
    return everybody?.status === 'shown' ? everybody.mean?.estimate : undefined
  }

  it('are means of the population', async () => {
    expect(await meanOf('counted', 'grade')).toBeCloseTo(6.5, 9)
    // 0.75 × 8 + 0.25 × 5
    expect(await meanOf({ weighted: { by: ['district'] } }, 'grade')).toBeCloseTo(7.25, 9)
    expect(await meanOf({ weighted: { by: ['district'] } }, 'contact')).toBeTypeOf('number')
  })
})

describe('what weights would tell of a few people', () => {
  it('goes: a table of which some rows have a few people of a class', async () => {
    const few = [...ANSWERS, ...people(1, 30, 10)].map((answers, at) => ({ ...answers, age: at % 20 === 0 ? 30 : 70 }))
    const plan = { ...WEIGHTED, breakdowns: [{ variable: 'district' }, AGE] }
    const counted = await published({ plan: { ...plan, basis: 'counted' } }, few)
    const weighted = await published({ plan }, few)
    expect(isHidden(counted, 'quick×age')).toBe(false)
    expect(isHidden(weighted, 'quick×age')).toBe(true)
    expect(weighted.methods?.find(({ code }) => code === 'weightedHidden')?.details).toEqual({ tables: 2 })
  })

  it('goes: a table that hides groups of a few people of a class, though everybody in each shown row weighs the same', async () => {
    const aged = (age: number, answers: readonly Answers[]): readonly Answers[] =>
      answers.map((one) => ({ ...one, age }))
    const answers = [
      ...aged(20, people(1, 20, 12)),
      ...aged(40, people(1, 18, 15)),
      ...aged(60, people(1, 1, 3)),
      ...aged(80, people(2, 9, 11)),
    ]
    const bands = [20, 40, 60, 80].map((from) => ({ code: from, label: { nl: `${from}` }, from, to: from + 20 }))
    const plan = { ...WEIGHTED, breakdowns: [{ variable: 'age', bands }] }
    const frame = { ...FRAME, strata: { district: { 1: 600, 2: 400 } } }
    const counted = await published({ plan: { ...plan, basis: 'counted' }, frame }, answers)
    expect(isHidden(counted, 'quick×age')).toBe(false)
    expect(isHidden(await published({ plan, frame }, answers), 'quick×age')).toBe(true)
  })

  it('stays where each class of each row is large enough', async () => {
    const even = ANSWERS.map((answers, at) => ({ ...answers, age: at % 2 === 0 ? 30 : 70 }))
    const plan = { ...WEIGHTED, breakdowns: [{ variable: 'district' }, AGE] }
    expect(isHidden(await published({ plan }, even), 'quick×age')).toBe(false)
  })

  it('is refused where a class itself has a few people', async () => {
    const few = [...people(1, 3, 3), ...people(2, 40, 60), ...people(3, 40, 60)]
    expect(await refusalOf({}, few)).toEqual({ code: 'weightsTellOfFew', details: { least: 10 } })
  })

  it('does not come back as the answers of those who did not say where they live', async () => {
    const silent = Array.from({ length: 3 }, (): Answers => ({ quick: 1, aids: [1], age: 40 }))
    const { recipe, tables } = await published({ plan: { ...WEIGHTED, breakdowns: [] } }, [...ANSWERS, ...silent])
    // They weigh what those of Oost and West weigh, and are told with these.
    expect(recipe.weights).toMatchObject({ smallest: 0.63, largest: 2.5 })
    const [everybody] = tables[0]?.groups ?? []
    const weight = 40 * 2.5 + 163 * 0.625
    expect(everybody?.status === 'shown' && everybody.positive?.share).toBeCloseTo((75 + 43 * 0.625) / weight, 12)
  })
})

describe('a plan whose weights cannot be', () => {
  const by = (...names: readonly string[]): Partial<PublishInput> => ({
    plan: { ...WEIGHTED, basis: { weighted: { by: names } } },
  })

  it('is refused as an analysis would be', async () => {
    const strata = (sizes: Readonly<Record<string, number>>): Partial<PublishInput> => ({
      frame: { ...FRAME, strata: { district: sizes } },
    })
    expect(await refusalOf(strata({ 1: 500, 2: 250 }))).toMatchObject({ code: 'marginWithoutTotal' })
    expect(await refusalOf({}, ANSWERS.slice(0, 120))).toMatchObject({ code: 'marginWithoutPeople' })
  })

  it('is refused without sizes in the frame, or of what nobody was asked', async () => {
    expect(await refusalOf({ frame: null })).toEqual({ code: 'targetsUnknown', details: { variable: 'district' } })
    expect(await refusalOf(by('quick'))).toEqual({ code: 'targetsUnknown', details: { variable: 'quick' } })
    expect(await refusalOf(by('region'))).toMatchObject({ code: 'unknownVariable' })
    expect(await refusalOf(by('aids'))).toMatchObject({ code: 'breakdownNotUsable' })
    expect(await refusalOf(by('district', 'district'))).toMatchObject({ code: 'duplicateInPlan' })
  })

  it('is refused beside an edition with other weights, or with other answers', async () => {
    const first = await published()
    const next = { previous: [first], edition: 2 }
    const frame = { ...FRAME, strata: { district: { 1: 400, 2: 300, 3: 300 } } }
    expect(await refusalOf({ ...next, frame })).toEqual({
      code: 'basisChanged',
      details: { edition: 1, what: 'weights' },
    })
    const more = [...ANSWERS, ...people(1, 10, 10)]
    expect(await refusalOf({ ...next, digest: 'e'.repeat(64) }, more)).toEqual({
      code: 'basisChanged',
      details: { edition: 1, what: 'answers' },
    })
  })

  it('is refused beside an edition that counts everybody once, in either order', async () => {
    const counted = { plan: { ...WEIGHTED, basis: 'counted' } } as const
    const refusal = { code: 'basisChanged', details: { edition: 1, what: 'weights' } }
    const breakdowns = { plan: { ...WEIGHTED, breakdowns: [] } }
    expect(await refusalOf({ ...breakdowns, previous: [await published(counted)], edition: 2 })).toEqual(refusal)
    expect(await refusalOf({ ...counted, previous: [await published(breakdowns)], edition: 2 })).toEqual(refusal)
  })
})

it('weighs groups that a plan takes together to their sizes added up', async () => {
  const merges = [{ code: 2, label: { nl: 'Oost en West' }, of: [2, 3] }]
  const publication = await published({ plan: { ...WEIGHTED, breakdowns: [{ variable: 'district', merges }] } })
  expect(publication.recipe.weights).toMatchObject({ targets: { district: { 1: 500, 2: 500 } } })
  const group = groupOf(publication, 'quick×district', 1)
  expect([group.base.total, group.population]).toEqual([160, 500])
  expect(publication.account.frame?.strata).toEqual({ district: { 1: 500, 2: 500 } })
})
