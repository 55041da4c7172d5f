import { describe, expect, it } from 'vitest'
import { isProblem, type Frame, type ReportPlan } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { comparableOf, compile } from '@klankbord/questionnaire'
import { publish, type PublishInput } from '@klankbord/reporting'
import { datasetOf, inputOf, people } from './survey-builder.ts'

const responses = [...people(1, 40, 20), ...people(2, 30, 40), ...people(3, 50, 10)]
const frame: Frame = {
  population: 600,
  invited: 500,
  source: { nl: 'Cliënten op 1 januari' },
  strata: { district: { '1': 200, '2': 150, '3': 250 } },
}

function problemOf(input: PublishInput): { code: string; message: string } {
  try {
    publish(input)
    return { code: 'published', message: '' }
  } catch (error) {
    return isProblem(error)
      ? { code: error.code, message: error.message }
      : { code: 'another error', message: String(error) }
  }
}

function never(): never {
  throw new Error('not asked')
}

function planOf(plan: Partial<ReportPlan>): { plan: ReportPlan } {
  return { plan: { questions: ['quick'], breakdowns: [{ variable: 'district' }], ...plan } }
}

describe('a researcher publishes a wave', () => {
  it('with each question for everybody and by district, in the order of the plan', () => {
    const { tables, breakdowns } = publish(inputOf(responses))
    expect(tables.map((table) => table.id)).toEqual(['quick', 'quick×district', 'aids', 'aids×district'])
    expect(breakdowns.map((subject) => subject.name)).toEqual(['district'])
    const [everybody] = tables[0]?.groups ?? []
    expect(everybody).toMatchObject({ status: 'shown', base: { total: 190, valid: 190 }, positive: { count: 120 } })
  })

  it('and can open it again from what was stored', () => {
    const publication = publish(inputOf(responses, { frame }))
    expect(reopen(JSON.parse(JSON.stringify(publication)))).toEqual(publication)
  })

  it('and gets the same publication for the same input, to the last digit of its hash', () => {
    expect(publish(inputOf(responses)).hash).toBe(publish(inputOf(responses)).hash)
    expect(publish(inputOf(responses.toReversed())).hash).toBe(publish(inputOf(responses)).hash)
    expect(publish(inputOf([...responses, ...people(1, 10, 0)])).hash).not.toBe(publish(inputOf(responses)).hash)
  })

  it('and says of each question how it was asked, so that others know what they may set beside it', () => {
    const input = inputOf(responses, { modes: ['web', 'notKnown'] })
    const { asked, modes } = publish(input).recipe
    expect(Object.keys(asked ?? {})).toEqual(['quick', 'aids'])
    const { wordingHash, scaleHash } = comparableOf(input.questionnaire, 'quick', 'web') ?? never()
    expect(asked?.['quick']).toMatchObject({ wordingHash, scaleHash })
    expect(modes).toEqual(['web', 'notKnown'])
  })

  it('with groups compared with the rest of town', () => {
    const { tables, recipe } = publish(inputOf(responses))
    expect(tables[1]?.groups.map((group) => (group.status === 'hidden' ? '' : group.verdict))).toEqual([
      'noClearDifference',
      'lower',
      'higher',
    ])
    expect(recipe.comparisons).toEqual({ made: 3, clear: 2, leastDifference: 0.05, significant: 2 })
  })

  it('with a recipe and an account that say how it was made', () => {
    const { recipe, account, disclosure } = publish(inputOf(responses, { frame }))
    expect(recipe).toMatchObject({ version: 3, interval: 'wilsonFinitePopulation', level: 0.95, weights: 'none' })
    expect(recipe.input).toEqual({ rows: 190, digest: 'd'.repeat(64) })
    expect(account).toEqual({ answered: 190, frame })
    expect(disclosure.verdict).toBe('safe')
    expect(publish(inputOf(responses)).recipe.interval).toBe('wilson')
  })
})

describe('the frame of a wave', () => {
  it('gives everybody and each group their known size, and narrower intervals', () => {
    const known = publish(inputOf(responses, { frame })).tables
    const unknown = publish(inputOf(responses)).tables
    expect(known[0]?.groups[0]?.population).toBe(600)
    expect(known[1]?.groups.map((group) => group.population)).toEqual([200, 150, 250])
    const width = (tables: typeof known): number => {
      const [group] = tables[1]?.groups ?? []
      return group?.status === 'shown' && group.positive ? group.positive.high - group.positive.low : 0
    }
    expect(width(known)).toBeGreaterThan(0)
    expect(width(known)).toBeLessThan(width(unknown))
  })

  it('is refused when it has fewer people than answered, without saying how many did', () => {
    const small = { ...frame, strata: { district: { '1': 50, '2': 150, '3': 250 } } }
    expect(problemOf(inputOf(responses, { frame: small }))).toEqual({
      code: 'stratumTooSmall',
      message: 'more people answered than the frame has: district 1 (check the frame)',
    })
    expect(problemOf(inputOf(responses, { frame: { ...frame, population: 100 } })).code).toBe('populationTooSmall')
  })
})

describe('a number in the plan', () => {
  const bands = [
    { code: 1, label: { nl: 'tot 50' }, to: 50 },
    { code: 2, label: { nl: '50 en ouder' }, from: 50 },
  ]

  it('splits the results by its bands, and is published in them', () => {
    const { tables } = publish(
      inputOf(responses, planOf({ questions: ['quick', 'age'], breakdowns: [{ variable: 'age', bands }] })),
    )
    expect(tables.map((table) => table.id)).toEqual(['quick', 'quick×age', 'age'])
    expect(tables[1]?.groups.map((group) => group.label)).toEqual([{ nl: 'tot 50' }, { nl: '50 en ouder' }])
  })

  it('is refused without bands', () => {
    expect(problemOf(inputOf(responses, planOf({ questions: ['age'] }))).code).toBe('questionNotPublishable')
    expect(problemOf(inputOf(responses, planOf({ breakdowns: [{ variable: 'age' }] }))).code).toBe('breakdownNotUsable')
  })
})

describe('a plan that cannot be published', () => {
  it.each([
    ['an open question', { questions: ['story'] }, 'questionNotPublishable'],
    ['a question that is not there', { questions: ['q9'] }, 'unknownVariable'],
    ['a breakdown by ticks', { breakdowns: [{ variable: 'aids' }] }, 'breakdownNotUsable'],
    ['the same question twice', { questions: ['quick', 'quick'] }, 'duplicateInPlan'],
    ['a headline that is not among the questions', { headline: 'aids' }, 'unknownVariable'],
  ])('is refused: %s', (_, plan, code) => {
    expect(problemOf(inputOf(responses, planOf(plan))).code).toBe(code)
  })

  it('says what was expected instead', () => {
    expect(problemOf(inputOf(responses, planOf({ questions: ['story'] }))).message).toBe(
      'question cannot be published: story (text; expected a choice, or a number with bands)',
    )
  })
})

describe('too few answers', () => {
  it('are not published at all under ten', () => {
    expect(problemOf(inputOf(people(1, 5, 4))).message).toBe(
      'too few responses to publish anything (at least 10 are needed)',
    )
  })
  it('are published from ten on, as an indication', () => {
    expect(publish(inputOf(people(1, 6, 4))).tables[0]?.groups[0]?.status).toBe('indicative')
  })
})

describe('a later edition', () => {
  const first = publish(inputOf(responses))

  it('is refused when it would say what the first said', () => {
    expect(problemOf(inputOf(responses, { previous: [first], edition: 2 }))).toMatchObject({
      code: 'editionUnchanged',
      message: 'nothing changed since edition 1 (expected other answers or another plan)',
    })
  })
  it('may show more of the same answers', () => {
    const wider = planOf({ breakdowns: [] })
    expect(problemOf(inputOf(responses, { ...wider, previous: [first], edition: 2 })).code).toBe('published')
  })
  it('is refused when one more person would show', () => {
    const more = [...responses, ...people(2, 1, 0)]
    expect(problemOf(inputOf(more, { previous: [first], edition: 2 })).code).toBe('editionTooClose')
  })
  it('is refused when only an answer changed', () => {
    const changed = [...people(1, 39, 21), ...people(2, 30, 40), ...people(3, 50, 10)]
    expect(problemOf(inputOf(changed, { previous: [first], edition: 2 })).message).toContain('quick')
  })
  it('is compared with each edition it is given, whatever the title of the wave was then', () => {
    const renamed = { title: { nl: 'Najaar' }, mode: 'open', from: '2026-W10', to: '2026-W18' } as const
    expect(problemOf(inputOf([...responses, ...people(2, 1, 0)], { previous: [first], wave: renamed })).code).toBe(
      'editionTooClose',
    )
  })
  it('is not compared with a wave of the same title that it is not given', () => {
    expect(problemOf(inputOf([...responses, ...people(2, 1, 0)], { previous: [] })).code).toBe('published')
  })
  it('is refused when it shows a district that the first hid, however much it grew', () => {
    const quick = planOf({})
    const before = [...people(1, 30, 10), ...people(2, 5, 4), ...people(3, 10, 4)]
    const small = publish(inputOf(before, quick))
    const grown = inputOf([...before, ...people(2, 10, 10)], { previous: [small], edition: 2, ...quick })
    expect(publish({ ...grown, previous: [] }).tables[1]?.groups[1]?.status).toBe('indicative')
    expect(problemOf(grown)).toMatchObject({ code: 'editionTooClose' })
    expect(problemOf(grown).message).toContain('group 2')
  })
})

describe('a questionnaire with more than single questions', () => {
  const { questionnaire } = compile({
    title: 'Zorg',
    locale: 'nl',
    calculatedValues: [{ name: 'known', expression: '{care.quick} = 1', includeIntoResult: true }],
    pages: [
      {
        name: 'all',
        elements: [
          {
            type: 'matrix',
            name: 'care',
            title: 'Bent u tevreden?',
            columns: [
              { value: 1, text: 'Ja', tone: 'positive' },
              { value: 2, text: 'Nee', tone: 'negative' },
            ],
            rows: [{ value: 'quick', text: 'Over hoe snel het ging' }, 'kind'],
          },
          { type: 'ranking', name: 'rank', title: 'Wat is het belangrijkst?', choices: ['tijd', 'geld'] },
          { type: 'text', inputType: 'date', name: 'since', title: 'Sinds wanneer?' },
          {
            type: 'multipletext',
            name: 'home',
            title: 'Uw huis',
            items: [{ name: 'people', title: 'Mensen', inputType: 'number' }],
          },
        ],
      },
    ],
  })
  if (!questionnaire) throw new Error('the questionnaire does not compile')
  const answers = Array.from({ length: 60 }, (_, index) => ({
    care: { quick: 1 + (index % 2), kind: index < 20 ? 1 : 2 },
    rank: index % 2 === 0 ? ['tijd', 'geld'] : ['geld', 'tijd'],
    since: '2026-05-31',
    home: { people: 1 + (index % 3) },
  }))
  const dataset = datasetOf(questionnaire, answers)
  const input = (plan: ReportPlan): PublishInput => inputOf([], { questionnaire, dataset, plan })

  it('has tables of the rows of a matrix, which can break down each other', () => {
    const { tables } = publish(input({ questions: ['care__quick'], breakdowns: [{ variable: 'care__kind' }] }))
    expect(tables.map(({ id }) => id)).toEqual(['care__quick', 'care__quick×care__kind'])
    expect(tables[0]).toMatchObject({
      subject: { label: { nl: 'Over hoe snel het ging' }, prompt: { nl: 'Bent u tevreden?' } },
      groups: [{ positive: { count: 30 } }],
    })
  })

  it('has tables of a number among several items, in bands', () => {
    const bands = [
      { code: 1, label: { nl: 'Alleen' }, to: 2 },
      { code: 2, label: { nl: 'Samen' }, from: 2 },
    ]
    const { tables } = publish(
      input({ questions: ['home__people'], breakdowns: [{ variable: 'home__people', bands }] }),
    )
    expect(tables.map(({ groups }) => groups.map((group) => group.status))).toEqual([['shown']])
  })

  it.each([
    ['rank__tijd', 'single, a place in a ranking'],
    ['known', 'single, a worked-out value'],
    ['since', 'date'],
    ['home__people', 'numeric'],
  ])('has no table of %s, and groups nobody by it', (name, type) => {
    expect(problemOf(input({ questions: [name], breakdowns: [] }))).toMatchObject({
      code: 'questionNotPublishable',
      message: expect.stringContaining(`${name} (${type};`),
    })
    expect(problemOf(input({ questions: ['care__kind'], breakdowns: [{ variable: name }] })).code).toBe(
      'breakdownNotUsable',
    )
  })
})
