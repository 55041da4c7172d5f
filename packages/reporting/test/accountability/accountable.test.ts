import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Frame, Publication } from '@klankbord/model'
import { reopen, sealPublication } from '@klankbord/disclosure'
import { publish, type PublishInput } from '@klankbord/reporting'
import { SOLVING } from '../solving.ts'
import { inputOf, people } from '../survey-builder.ts'

const responses = [...people(1, 40, 20), ...people(2, 30, 40), ...people(3, 50, 10)]
const frame: Frame = {
  population: 600,
  invited: 500,
  source: { nl: 'Cliënten op 1 januari' },
  strata: { district: { '1': 60, '2': 390, '3': 150 } },
}
const keyedDigest = (text: string): string => createHmac('sha256', 'key').update(text).digest('hex')

const published = (changes: Partial<PublishInput> = {}, answers = responses): Promise<Publication> =>
  publish(inputOf(answers, { frame, keyedDigest, ...changes }), SOLVING)

/** The wave before: fewer people were content. */
const earlierWave = (changes: Partial<PublishInput> = {}): Promise<Publication> =>
  published(
    { id: 'vorige', wave: { title: { nl: 'Vorig jaar' }, mode: 'open', from: '2025-W10', to: '2025-W18' }, ...changes },
    [...people(1, 20, 40), ...people(2, 20, 50), ...people(3, 20, 40)],
  )

describe('a publication says who is missing', () => {
  it('by each breakdown of which the frame knows the sizes, with interval and verdict', async () => {
    const [district] = (await published()).missing ?? []
    expect(district).toMatchObject({ variable: 'district', answers: 190 })
    expect(district?.groups.map((group) => (group.status === 'shown' ? [group.answers, group.verdict] : []))).toEqual([
      [60, 'over'],
      [70, 'under'],
      [60, 'over'],
    ])
    for (const group of district?.groups ?? []) {
      if (group.status === 'hidden') throw new Error('hidden')
      expect(group.low).toBeLessThan(group.shareOfAnswers)
      expect(group.high).toBeGreaterThan(group.shareOfAnswers)
    }
  })

  it('also by a question that breaks nothing down, from what its own table shows', async () => {
    const { missing } = await published({ plan: { questions: ['quick', 'district'], breakdowns: [] } })
    expect(missing?.[0]?.groups.map((group) => group.status === 'shown' && group.answers)).toEqual([60, 70, 60])
  })

  it('and nothing of a group that its tables hide', async () => {
    const few = [...people(1, 40, 20), ...people(2, 30, 40), ...people(3, 3, 2)]
    const [district] = (await published({}, few)).missing ?? []
    expect(district?.groups.filter(({ status }) => status === 'hidden').length).toBeGreaterThan(1)
    expect(JSON.stringify(district?.groups[2])).not.toContain('answers')
  })

  it('and nothing by a trait of which its own table hides an answer, which sizes of the frame would narrow', async () => {
    const few = [...people(1, 40, 20), ...people(2, 30, 40), ...people(3, 1, 1)]
    const { dataset } = inputOf(few)
    const variables = dataset.codebook.variables.map((one) =>
      one.name === 'district' ? { ...one, sensitive: true } : one,
    )
    const strata = { district: { '1': 300, '2': 298, '3': 2 }, age: { '1': 600 } }
    const { account, missing, tables } = await published(
      {
        frame: { ...frame, strata },
        dataset: { ...dataset, codebook: { ...dataset.codebook, variables } },
        plan: { questions: ['district'], breakdowns: [] },
      },
      few,
    )
    const [everybody] = tables[0]?.groups ?? []
    expect(everybody?.status !== 'hidden' && everybody?.cells.map(({ status }) => status)).toContain('hidden')
    expect(missing).toBeUndefined()
    expect(account.frame).toEqual({ ...frame, strata: { age: { '1': 600 } } })
  })

  it('but still by a breakdown, whose sizes protection counts on', async () => {
    const few = [...people(1, 40, 20), ...people(2, 30, 40), ...people(3, 3, 2)]
    const plan = { questions: ['quick', 'district'], breakdowns: [{ variable: 'district' }] }
    const { account, missing, tables } = await published({ plan }, few)
    const own = tables.find(({ id }) => id === 'district')?.groups[0]
    expect(own?.status !== 'hidden' && own?.cells.map(({ status }) => status)).toContain('hidden')
    expect(account.frame).toEqual(frame)
    expect(missing?.map(({ variable }) => variable)).toEqual(['district'])
  })

  it('but not without a frame, nor by a trait that the frame does not know', async () => {
    expect((await published({ frame: null })).missing).toBeUndefined()
    expect((await published({ frame: { ...frame, strata: {} } })).missing).toBeUndefined()
  })
})

describe('a publication sets its figures beside those of earlier waves', () => {
  it('as their publications show them, with a verdict', async () => {
    const { trend } = await published({ earlier: [await earlierWave()] })
    const quick = trend?.questions.find(({ question }) => question === 'quick')
    expect(quick?.points.map((point) => point.status === 'shown' && point.positive.count)).toEqual([60, 120])
    expect(quick?.differences).toMatchObject([{ since: 'vorige', verdict: 'higher' }])
    expect(trend?.comparisons).toEqual({ made: 1, clear: 1, leastDifference: 0.05 })
  })

  it.each([
    ['people answered in another way', { modes: ['paper'] as const }, 'mode'],
    ['anybody could answer without a list', { frame: null }, 'people'],
    [
      'of which codes were asked',
      { wave: { title: {}, mode: 'codeAnonymous', from: '2025-W10', to: '2025-W18' } as const },
      'people',
    ],
  ])('and tests nothing where %s', async (_, changes, differs) => {
    const quick = (await published({ earlier: [await earlierWave(changes)] })).trend?.questions[0]
    expect(quick?.points[1]?.differs).toEqual([differs])
    expect(quick?.differences).toEqual([])
  })

  it('and where words changed, though the question kept its name', async () => {
    const earlier = JSON.parse(JSON.stringify(await earlierWave())) as { readonly recipe: Publication['recipe'] }
    const asked = { ...earlier.recipe.asked, quick: { wordingHash: 'other', scaleHash: 'other' } }
    const { trend } = await published({
      earlier: [sealPublication({ ...earlier, recipe: { ...earlier.recipe, asked } } as never)],
    })
    expect(trend?.questions[0]?.points[1]?.differs).toEqual(['wording', 'scale'])
  })

  it('with the last and the first behind a break, corrected together', async () => {
    const rounds = await Promise.all(
      ['a', 'b', 'c'].map((id) => earlierWave({ id, ...(id === 'a' && { modes: ['paper'] }) })),
    )
    const quick = (await published({ earlier: rounds })).trend?.questions[0]
    expect(quick?.differences.map(({ since }) => since)).toEqual(['c', 'b'])
  })

  it('but not where there is none', async () => {
    expect((await published()).trend).toBeUndefined()
  })
})

describe('a publication says what changed since the one before', () => {
  it('in questions, breakdowns, rules and ways of answering', async () => {
    const before = await earlierWave({
      plan: { questions: ['quick', 'district'], breakdowns: [] },
      policy: { leastGroup: 5, indicativeBelow: 30, sensitiveCell: 4 },
      frame: null,
      modes: ['paper'],
    })
    const { changes } = await published({ before })
    expect(changes?.since).toMatchObject({ publication: 'vorige', sameWave: false })
    expect(changes?.changes.map(({ kind }) => kind)).toEqual([
      'questionAdded',
      'questionRemoved',
      'breakdownAdded',
      'policyChanged',
      'modesChanged',
      'frameAdded',
    ])
  })

  it('and that nothing but the answers did', async () => {
    expect((await published({ before: await earlierWave() })).changes?.changes).toEqual([])
  })
})

describe('a publication says by what methods it was made', () => {
  const codes = async (changes: Partial<PublishInput> = {}, answers = responses): Promise<readonly string[]> =>
    ((await published(changes, answers)).methods ?? []).map(({ code }) => code)

  it('as they were used, and no others', async () => {
    expect(await codes()).toEqual([
      'collected',
      'modesOne',
      'intervalPopulation',
      'notWeighted',
      'groupsTested',
      'roundedShares',
      'nothingHidden',
      'representation',
      'figuresTraced',
    ])
    const bare = await codes({ frame: null, modes: ['web', 'paper'], plan: { questions: ['quick'], breakdowns: [] } })
    expect(bare).toContain('intervalSample')
    expect(bare).toContain('modesSeveral')
    expect(bare).not.toContain('groupsTested')
    expect(bare).not.toContain('representation')
  })

  it('with what was hidden and how it was checked', async () => {
    const few = [...people(1, 40, 20), ...people(2, 30, 40), ...people(3, 3, 2)]
    expect(await codes({}, few)).toEqual(expect.arrayContaining(['groupsHidden', 'audited']))
  })
})

describe('a publication has a recipe of each figure', () => {
  it('with its columns and a digest of what stood in them, whatever the order of people', async () => {
    const { recipes, tables } = await published()
    expect(recipes?.map(({ figure }) => figure)).toEqual(tables.map(({ id }) => id))
    expect(recipes?.[1]).toMatchObject({
      question: 'quick',
      breakdowns: [{ variable: 'district' }],
      n: 190,
      version: 3,
      date: '2026-06-30',
      input: { columns: ['quick', 'district'] },
    })
    expect((await published({}, responses.toReversed())).recipes).toEqual(recipes)
  })

  it('that tells when people swapped answers, though each column holds the same as before', async () => {
    const swapped = [...people(1, 39, 21), ...people(2, 31, 39), ...people(3, 50, 10)]
    const [own, split] = (await published()).recipes ?? []
    const [other, otherSplit] = (await published({}, swapped)).recipes ?? []
    expect(other?.input.digest).toBe(own?.input.digest)
    expect(otherSplit?.input.digest).not.toBe(split?.input.digest)
  })
})

it('all of it can be opened again from what was stored', async () => {
  const publication = await published({ earlier: [await earlierWave()], before: await earlierWave() })
  expect(reopen(JSON.parse(JSON.stringify(publication)))).toEqual(publication)
})
