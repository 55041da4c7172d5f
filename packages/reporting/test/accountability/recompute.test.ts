import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Answers, Frame, Publication } from '@klankbord/model'
import { sealPublication } from '@klankbord/disclosure'
import { publish, publishShared, recompute, type PublishInput, type RecomputedFigure } from '@klankbord/reporting'
import { SOLVING } from '../solving.ts'
import { datasetOf, inputOf, people, testQuestionnaire } from '../survey-builder.ts'

const responses = [...people(1, 40, 20), ...people(2, 30, 40), ...people(3, 50, 10), ...people(3, 6, 2)]
const frame: Frame = {
  population: 600,
  invited: 500,
  source: { nl: 'Cliënten op 1 januari' },
  strata: { district: { '1': 100, '2': 350, '3': 150 } },
}
const keyedDigest = (text: string): string => createHmac('sha256', 'key').update(text).digest('hex')
const ages = {
  variable: 'age',
  bands: [
    { code: 1, label: { nl: 'tot 50' }, to: 50 },
    { code: 2, label: { nl: 'vanaf 50' }, from: 50 },
  ],
}
const plan = { questions: ['quick', 'aids', 'age'], breakdowns: [{ variable: 'district' }, ages] }

const published = (changes: Partial<PublishInput> = {}): Promise<Publication> =>
  publish(inputOf(responses, { frame, plan, keyedDigest, ...changes }), SOLVING)

const again = (
  publication: Publication,
  answers: readonly Answers[] | null,
  earlier: readonly Publication[] = [],
): readonly RecomputedFigure[] =>
  recompute(publication, {
    dataset: answers && datasetOf(testQuestionnaire(), answers),
    questionnaire: testQuestionnaire(),
    keyedDigest,
    earlier,
  })

const outcomes = (figures: readonly RecomputedFigure[]): readonly string[] => [
  ...new Set(figures.map(({ outcome, why }) => (why === null ? outcome : `${outcome}: ${why}`))),
]

interface Told {
  readonly id: string
  readonly groups: readonly { readonly status: string; readonly base?: object }[]
}

/** What the publication would be if the shown groups of one table said something else. */
function saying(publication: Publication, id: string, change: (group: Told['groups'][number]) => object): Publication {
  const content = JSON.parse(JSON.stringify(publication)) as {
    readonly tables: readonly Told[]
  }
  const tables = content.tables.map((table) => ({
    ...table,
    groups: table.groups.map((group) =>
      group.status === 'hidden' || table.id !== id ? group : { ...group, ...change(group) },
    ),
  }))
  return sealPublication({ ...content, tables } as never)
}

describe('every figure of a publication is made again', () => {
  it('and comes out the same from the same answers, whatever their order', async () => {
    const figures = again(await published(), responses.toReversed())
    expect(outcomes(figures)).toEqual(['same'])
    expect(figures.map(({ figure }) => figure)).toEqual([
      'account',
      'quick',
      'quick×district',
      'quick×age',
      'aids',
      'aids×district',
      'aids×age',
      'age',
      'missing',
    ])
  })

  it('with its verdicts, each alone, also where groups are hidden and many are compared', async () => {
    const few = [...people(1, 40, 20), ...people(2, 10, 60), ...people(3, 5, 2)]
    const publication = await publish(inputOf(few, { plan, keyedDigest }), SOLVING)
    expect(publication.tables.flatMap(({ groups }) => groups.map(({ status }) => status))).toContain('hidden')
    expect(publication.recipe.comparisons.clear).toBeGreaterThan(0)
    expect(outcomes(again(publication, few))).toEqual(['same'])
  })

  it('and the input of each is gone after somebody withdrew', async () => {
    const figures = again(await published(), responses.slice(1))
    expect(outcomes(figures)).toEqual(['inputGone: fewerAnswers'])
  })

  it('and after all answers were deleted at the end of their term', async () => {
    expect(outcomes(again(await published(), null))).toEqual(['inputGone: answersDeleted'])
  })

  it('and of no figure but those it was counted from where one answer changed', async () => {
    const [first = {}, ...rest] = responses
    const figures = again(await published(), [{ ...first, aids: [3] }, ...rest])
    expect(figures.filter(({ outcome }) => outcome === 'inputGone').map(({ figure }) => figure)).toEqual([
      'aids',
      'aids×district',
      'aids×age',
      'missing',
    ])
  })

  it('and is different where the publication says something else than its records', async () => {
    const publication = await published()
    const figures = again(
      saying(publication, 'quick', ({ base }) => ({ base: { ...base, valid: 1 } })),
      responses,
    )
    expect(figures.filter(({ outcome }) => outcome === 'different').map(({ figure }) => figure)).toEqual([
      'quick',
      'missing',
    ])
  })

  it('and is different where only a verdict does', async () => {
    const publication = await published()
    const figures = again(
      saying(publication, 'aids×age', () => ({ verdict: 'higher' })),
      responses,
    )
    expect(figures.find(({ outcome }) => outcome === 'different')?.figure).toBe('aids×age')
  })

  it('with the trend, as long as the publications that it was read from are there', async () => {
    const earlier = await published({
      id: 'vorige',
      wave: { title: {}, mode: 'open', from: '2025-W10', to: '2025-W12' },
    })
    const publication = await published({ earlier: [earlier] })
    expect(outcomes(again(publication, responses, [earlier]))).toEqual(['same'])
    expect(again(publication, responses).at(-1)).toMatchObject({ figure: 'trend', why: 'publicationRemoved' })
  })

  it('of the total and of the part of each organisation, where a study is shared', async () => {
    const parts = [1, 2, 3].map((code) => ({ id: `deel-${code}`, code }))
    const input = inputOf(responses, { frame, plan: { ...plan, breakdowns: [ages] }, keyedDigest })
    const { total, parts: own } = await publishShared(input, { variable: 'district', parts }, SOLVING)
    expect(outcomes(again(total, responses))).toEqual(['same'])
    expect([...own.keys()]).toEqual(['deel-1', 'deel-2', 'deel-3'])
    for (const part of own.values()) expect(outcomes(again(part, responses))).toEqual(['same'])
    const withdrawn = again(own.get('deel-1') ?? total, responses.slice(1))
    expect(outcomes(withdrawn)).toEqual(['inputGone: fewerAnswers'])
    expect(outcomes(again(own.get('deel-2') ?? total, responses.slice(1)))).toEqual(['same'])
  })

  it('but not where it was made without recipes', async () => {
    const bare = await publish(inputOf(responses), SOLVING)
    expect(() => again(bare, responses)).toThrow('no recipe of quick')
  })
})
