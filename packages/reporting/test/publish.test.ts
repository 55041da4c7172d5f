import { describe, expect, it } from 'vitest'
import { isProblem, type Frame, type ReportPlan } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { comparableOf, compile } from '@klankbord/questionnaire'
import { publish, type PublishInput } from '@klankbord/reporting'
import { SOLVING } from './solving.ts'
import { datasetOf, inputOf, people } from './survey-builder.ts'

const responses = [...people(1, 40, 20), ...people(2, 30, 40), ...people(3, 50, 10)]
const frame: Frame = {
  population: 600,
  invited: 500,
  source: { nl: 'Cliënten op 1 januari' },
  strata: { district: { '1': 200, '2': 150, '3': 250 } },
}

async function problemOf(input: PublishInput): Promise<{ code: string; message: string }> {
  try {
    await publish(input, SOLVING)
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
  it('with each question for everybody and by district, in the order of the plan', async () => {
    const { tables, breakdowns } = await publish(inputOf(responses), SOLVING)
    expect(tables.map((table) => table.id)).toEqual(['quick', 'quick×district', 'aids', 'aids×district'])
    expect(breakdowns.map((subject) => subject.name)).toEqual(['district'])
    const [everybody] = tables[0]?.groups ?? []
    expect(everybody).toMatchObject({ status: 'shown', base: { total: 190, valid: 190 }, positive: { count: 120 } })
  })

  it('and can open it again from what was stored', async () => {
    const publication = await publish(inputOf(responses, { frame }), SOLVING)
    expect(reopen(JSON.parse(JSON.stringify(publication)))).toEqual(publication)
  })

  it('and gets the same publication for the same input, to the last digit of its hash', async () => {
    expect((await publish(inputOf(responses), SOLVING)).hash).toBe((await publish(inputOf(responses), SOLVING)).hash)
    expect((await publish(inputOf(responses.toReversed()), SOLVING)).hash).toBe(
      (await publish(inputOf(responses), SOLVING)).hash,
    )
    expect((await publish(inputOf([...responses, ...people(1, 10, 0)]), SOLVING)).hash).not.toBe(
      (await publish(inputOf(responses), SOLVING)).hash,
    )
  })

  it('and says of each question how it was asked, so that others know what they may set beside it', async () => {
    const input = inputOf(responses, { modes: ['web', 'notKnown'] })
    const { asked, modes } = (await publish(input, SOLVING)).recipe
    expect(Object.keys(asked ?? {})).toEqual(['quick', 'aids'])
    const { wordingHash, scaleHash } = comparableOf(input.questionnaire, 'quick', 'web') ?? never()
    expect(asked?.['quick']).toMatchObject({ wordingHash, scaleHash })
    expect(modes).toEqual(['web', 'notKnown'])
  })

  it('with groups compared with the rest of town', async () => {
    const { tables, recipe } = await publish(inputOf(responses), SOLVING)
    expect(tables[1]?.groups.map((group) => (group.status === 'hidden' ? '' : group.verdict))).toEqual([
      'noClearDifference',
      'lower',
      'higher',
    ])
    expect(recipe.comparisons).toEqual({ made: 3, clear: 2, leastDifference: 0.05, significant: 2 })
  })

  it('with a recipe and an account that say how it was made', async () => {
    const { recipe, account, disclosure } = await publish(inputOf(responses, { frame }), SOLVING)
    expect(recipe).toMatchObject({ version: 3, interval: 'wilsonFinitePopulation', level: 0.95, weights: 'none' })
    expect(recipe.input).toEqual({ rows: 190, digest: 'd'.repeat(64) })
    expect(account).toEqual({ answered: 190, frame })
    expect(disclosure.verdict).toBe('safe')
    expect((await publish(inputOf(responses), SOLVING)).recipe.interval).toBe('wilson')
  })
})

describe('the frame of a wave', () => {
  it('gives everybody and each group their known size, and narrower intervals', async () => {
    const known = (await publish(inputOf(responses, { frame }), SOLVING)).tables
    const unknown = (await publish(inputOf(responses), SOLVING)).tables
    expect(known[0]?.groups[0]?.population).toBe(600)
    expect(known[1]?.groups.map((group) => group.population)).toEqual([200, 150, 250])
    const width = (tables: typeof known): number => {
      const [group] = tables[1]?.groups ?? []
      return group?.status === 'shown' && group.positive ? group.positive.high - group.positive.low : 0
    }
    expect(width(known)).toBeGreaterThan(0)
    expect(width(known)).toBeLessThan(width(unknown))
  })

  it('is refused when it has fewer people than answered, without saying how many did', async () => {
    const small = { ...frame, strata: { district: { '1': 50, '2': 150, '3': 250 } } }
    expect(await problemOf(inputOf(responses, { frame: small }))).toEqual({
      code: 'stratumTooSmall',
      message: 'more people answered than the frame has: district 1 (check the frame)',
    })
    expect((await problemOf(inputOf(responses, { frame: { ...frame, population: 100 } }))).code).toBe(
      'populationTooSmall',
    )
  })
})

describe('a number in the plan', () => {
  const bands = [
    { code: 1, label: { nl: 'tot 50' }, to: 50 },
    { code: 2, label: { nl: '50 en ouder' }, from: 50 },
  ]

  it('splits the results by its bands, and is published in them', async () => {
    const { tables } = await publish(
      inputOf(responses, planOf({ questions: ['quick', 'age'], breakdowns: [{ variable: 'age', bands }] })),
      SOLVING,
    )
    expect(tables.map((table) => table.id)).toEqual(['quick', 'quick×age', 'age'])
    expect(tables[1]?.groups.map((group) => group.label)).toEqual([{ nl: 'tot 50' }, { nl: '50 en ouder' }])
  })

  it('is refused without bands', async () => {
    expect((await problemOf(inputOf(responses, planOf({ questions: ['age'] })))).code).toBe('questionNotPublishable')
    expect((await problemOf(inputOf(responses, planOf({ breakdowns: [{ variable: 'age' }] })))).code).toBe(
      'breakdownNotUsable',
    )
  })
})

describe('a plan that cannot be published', () => {
  it.each([
    ['an open question', { questions: ['story'] }, 'questionNotPublishable'],
    ['a question that is not there', { questions: ['q9'] }, 'unknownVariable'],
    ['a breakdown by ticks', { breakdowns: [{ variable: 'aids' }] }, 'breakdownNotUsable'],
    ['the same question twice', { questions: ['quick', 'quick'] }, 'duplicateInPlan'],
    ['a headline that is not among the questions', { headline: 'aids' }, 'unknownVariable'],
  ])('is refused: %s', async (_, plan, code) => {
    expect((await problemOf(inputOf(responses, planOf(plan)))).code).toBe(code)
  })

  it('says what was expected instead', async () => {
    expect((await problemOf(inputOf(responses, planOf({ questions: ['story'] })))).message).toBe(
      'question cannot be published: story (text; expected a choice, or a number with bands)',
    )
  })
})

describe('too few answers', () => {
  it('are not published at all under ten', async () => {
    expect((await problemOf(inputOf(people(1, 5, 4)))).message).toBe(
      'too few responses to publish anything (at least 10 are needed)',
    )
  })
  it('are published from ten on, as an indication', async () => {
    expect((await publish(inputOf(people(1, 6, 4)), SOLVING)).tables[0]?.groups[0]?.status).toBe('indicative')
  })
})

const first = await publish(inputOf(responses), SOLVING)

describe('a later edition', () => {
  it('is refused when it would say what the first said', async () => {
    expect(await problemOf(inputOf(responses, { previous: [first], edition: 2 }))).toMatchObject({
      code: 'editionUnchanged',
      message: 'nothing changed since edition 1 (expected other answers or another plan)',
    })
  })
  it('may show more of the same answers', async () => {
    const wider = planOf({ breakdowns: [] })
    expect((await problemOf(inputOf(responses, { ...wider, previous: [first], edition: 2 }))).code).toBe('published')
  })
  it('is refused when one more person would show', async () => {
    const more = [...responses, ...people(2, 1, 0)]
    expect((await problemOf(inputOf(more, { previous: [first], edition: 2 }))).code).toBe('editionTooClose')
  })
  it('is refused when only an answer changed', async () => {
    const changed = [...people(1, 39, 21), ...people(2, 30, 40), ...people(3, 50, 10)]
    const { message } = await problemOf(inputOf(changed, { previous: [first], edition: 2 }))
    expect(message).toMatch(/too close to edition 1: quick, [^;]+; also quick, .+; quick×district, /)
  })
  it('is compared with each edition it is given, whatever the title of the wave was then', async () => {
    const renamed = { title: { nl: 'Najaar' }, mode: 'open', from: '2026-W10', to: '2026-W18' } as const
    expect(
      (await problemOf(inputOf([...responses, ...people(2, 1, 0)], { previous: [first], wave: renamed }))).code,
    ).toBe('editionTooClose')
  })
  it('is not compared with a wave of the same title that it is not given', async () => {
    expect((await problemOf(inputOf([...responses, ...people(2, 1, 0)], { previous: [] }))).code).toBe('published')
  })
  it('is refused when it shows a district that the first hid, however much it grew', async () => {
    const quick = planOf({})
    const before = [...people(1, 30, 10), ...people(2, 5, 4), ...people(3, 10, 4)]
    const small = await publish(inputOf(before, quick), SOLVING)
    const grown = inputOf([...before, ...people(2, 10, 10)], { previous: [small], edition: 2, ...quick })
    expect((await publish({ ...grown, previous: [] }, SOLVING)).tables[1]?.groups[1]?.status).toBe('indicative')
    const refused = await problemOf(grown)
    expect(refused).toMatchObject({ code: 'editionTooClose' })
    expect(refused.message).toMatch(/too close to edition 1: .+ Wait until more people answered/)
    expect((await problemOf(grown)).message).toContain('group 2')
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

  it('has tables of the rows of a matrix, which can break down each other', async () => {
    const { tables } = await publish(
      input({ questions: ['care__quick'], breakdowns: [{ variable: 'care__kind' }] }),
      SOLVING,
    )
    expect(tables.map(({ id }) => id)).toEqual(['care__quick', 'care__quick×care__kind'])
    expect(tables[0]).toMatchObject({
      subject: { label: { nl: 'Over hoe snel het ging' }, prompt: { nl: 'Bent u tevreden?' } },
      groups: [{ positive: { count: 30 } }],
    })
  })

  it('has tables of a number among several items, in bands', async () => {
    const bands = [
      { code: 1, label: { nl: 'Alleen' }, to: 2 },
      { code: 2, label: { nl: 'Samen' }, from: 2 },
    ]
    const { tables } = await publish(
      input({ questions: ['home__people'], breakdowns: [{ variable: 'home__people', bands }] }),
      SOLVING,
    )
    expect(tables.map(({ groups }) => groups.map((group) => group.status))).toEqual([['shown']])
  })

  it.each([
    ['rank__tijd', 'single, a place in a ranking'],
    ['known', 'single, a worked-out value'],
    ['since', 'date'],
    ['home__people', 'numeric'],
  ])('has no table of %s, and groups nobody by it', async (name, type) => {
    expect(await problemOf(input({ questions: [name], breakdowns: [] }))).toMatchObject({
      code: 'questionNotPublishable',
      message: expect.stringContaining(`${name} (${type};`),
    })
    expect((await problemOf(input({ questions: ['care__kind'], breakdowns: [{ variable: name }] }))).code).toBe(
      'breakdownNotUsable',
    )
  })
})
