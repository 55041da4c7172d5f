import type { Dataset, Variable } from '@klankbord/model'
import { suspectPatterns, type PeriodCount, type SuspectPatterns } from '@klankbord/statistics'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'

const ITEMS = 10

/** A list of ten questions on one scale; each row of `people` holds the answers of one person. */
function datasetOf(people: readonly (readonly number[])[], items = ITEMS): Dataset {
  const names = Array.from({ length: items }, (_, index) => `t${index + 1}`)
  const variables = names.map((name, slot): Variable => ({
    name,
    type: 'single',
    label: { nl: name },
    categories: [],
    measurement: 'ordinal',
    source: { name, kind: 'question' },
    scale: 'agreement',
    sensitive: false,
    slot,
    slots: 1,
  }))
  const columns = Object.fromEntries(
    names.map((name, index) => [
      name,
      { type: 'single', codes: Int16Array.from(people, (row) => row[index] ?? -2) } as const,
    ]),
  )
  return {
    codebook: { questionnaire: '', language: 'nl', variables, slots: items, numbers: 0 },
    rows: people.length,
    columns,
  }
}

const different = (answers: readonly number[]): boolean => new Set(answers).size > 1
/** Ten answers from 1 to 5, never the same to five questions that follow each other as one matrix. */
const anyAnswers = fc
  .array(fc.constantFrom(1, 2, 3, 4, 5), { minLength: ITEMS, maxLength: ITEMS })
  .filter((answers) => different(answers.slice(0, 5)) && different(answers.slice(5)))
/** Two hundred people, each with answers of their own. */
const crowd =
  fc.sample(fc.uniqueArray(anyAnswers, { minLength: 200, maxLength: 200, selector: (answers) => answers.join('') }), {
    seed: 3,
    numRuns: 1,
  })[0] ?? []
const patternsOf = (people: readonly (readonly number[])[], received: readonly PeriodCount[] = []): SuspectPatterns =>
  suspectPatterns({ dataset: datasetOf(people), received, leastGroup: 10 })
const times = <Item>(count: number, item: Item): readonly Item[] => Array.from({ length: count }, () => item)
const weeks = (...counts: readonly number[]): readonly PeriodCount[] =>
  counts.map((responses, index) => ({ period: `2026-W${10 + index}`, responses }))

describe('a researcher looks for answers that repeat', () => {
  it('and finds none in a crowd', () => {
    const { repeated, straightLines } = patternsOf(crowd)
    expect(repeated).toEqual({ compared: 200, responses: null, largest: null, pairs: null, expectedPairs: null })
    expect(straightLines).toEqual([{ list: 'agreement', items: 10, answered: 200, responses: null }])
  })

  it('and finds one person who filled in twelve times, as a number', () => {
    const { repeated } = patternsOf([...crowd, ...times(12, [1, 5, 2, 4, 3, 3, 1, 2, 5, 4])])
    expect(repeated).toMatchObject({ compared: 212, responses: 12, largest: 12, pairs: 66 })
    // Two people agree on ten questions with five answers, each about as often, about once in 5¹⁰.
    expect(repeated.expectedPairs).toBeGreaterThan((212 * 211) / 2 / 5 ** 10)
    expect(repeated.expectedPairs).toBeLessThan(0.02)
  })

  it('and is told nothing of nine, nor of a largest set that is smaller than the least group', () => {
    expect(patternsOf([...crowd, ...times(9, [1, 5, 2, 4, 3, 3, 1, 2, 5, 4])]).repeated.responses).toBeNull()
    const pairs = crowd.slice(0, 8)
    expect(patternsOf([...crowd, ...pairs]).repeated).toMatchObject({ responses: 16, largest: null, pairs: 8 })
  })

  it('and is not told of people who skipped most of it', () => {
    const { repeated } = patternsOf([...crowd, ...times(30, [1, 2, 3, 4, 5, 1, 2, 3, 4, -3])])
    expect(repeated).toMatchObject({ compared: 200, responses: null })
  })

  it('and sees how many gave one answer to the whole list, don’t know left out', () => {
    const threes = [...times(8, times(ITEMS, 3)), ...times(4, [3, 3, 3, -3, 3, 3, -2, 3, 3, 3])]
    expect(patternsOf([...crowd, ...threes]).straightLines[0]).toMatchObject({ answered: 212, responses: 12 })
    const hardlyAny = times(20, [3, 3, 3, 3, -2, -2, -2, -2, -2, -2])
    expect(patternsOf([...crowd, ...hardlyAny]).straightLines[0]).toMatchObject({ answered: 200, responses: null })
  })

  it('but not in a list that is too short to say anything', () => {
    const dataset = datasetOf(times(50, [3, 3, 3, 3]), 4)
    expect(suspectPatterns({ dataset, received: [], leastGroup: 10 }).straightLines).toEqual([])
  })

  it('and reads rows of a matrix as one list, each matrix by itself', () => {
    const plain = datasetOf([...crowd, ...times(12, times(ITEMS, 4))])
    const variables = plain.codebook.variables.map(({ scale: _scale, ...variable }, index): Variable => ({
      ...variable,
      source: { name: index < 5 ? 'staff' : 'place', kind: 'row', part: index },
    }))
    const { straightLines } = suspectPatterns({
      dataset: { ...plain, codebook: { ...plain.codebook, variables } },
      received: [],
      leastGroup: 10,
    })
    expect(straightLines.map(({ list, items }) => [list, items])).toEqual([
      ['staff', 5],
      ['place', 5],
    ])
    expect(straightLines[0]?.responses).toBe(12)
  })
})

describe('a researcher looks for bursts', () => {
  it('and finds the week in which far more came in than usual', () => {
    expect(patternsOf(crowd, weeks(12, 14, 60, 11, 13)).bursts).toEqual([
      { period: '2026-W12', responses: 60, usual: 12.5 },
    ])
  })

  it('and is not told how few the usual are', () => {
    expect(patternsOf(crowd, weeks(1, 2, 25, 0)).bursts).toEqual([{ period: '2026-W12', responses: 25, usual: null }])
  })

  it('and none where it is slow, steady or short', () => {
    expect(patternsOf(crowd, weeks(1, 2, 9, 0)).bursts).toEqual([])
    expect(patternsOf(crowd, weeks(20, 24, 31, 18, 40)).bursts).toEqual([])
    expect(patternsOf(crowd, weeks(1, 100, 1)).bursts).toEqual([])
    expect(patternsOf(crowd).bursts).toEqual([])
  })
})

describe('whatever people answered', () => {
  const aPerson = fc.array(fc.constantFrom(1, 1, 2, -2), { minLength: ITEMS, maxLength: ITEMS })
  const people = fc.array(aPerson, { maxLength: 60 })
  const received = fc.array(fc.nat(80), { maxLength: 8 }).map((counts) => weeks(...counts))
  const runs = { seed: 11, numRuns: 200 * inject('sampleFactor') }

  it('no number of people below the least group is told', () => {
    fc.assert(
      fc.property(people, received, fc.integer({ min: 1, max: 20 }), (answers, periods, leastGroup) => {
        const dataset = datasetOf(answers)
        const { bursts, repeated, straightLines } = suspectPatterns({ dataset, received: periods, leastGroup })
        const told = [
          ...bursts.flatMap(({ responses, usual }) => [responses, usual]),
          repeated.compared,
          repeated.responses,
          repeated.largest,
          ...straightLines.flatMap(({ answered, responses }) => [answered, responses]),
        ]
        expect(told.filter((count) => count !== null && count < leastGroup)).toEqual([])
      }),
      runs,
    )
  })

  it('the order in which responses lie changes nothing', () => {
    fc.assert(
      fc.property(people, (answers) => {
        const { expectedPairs, ...repeated } = patternsOf(answers.toReversed()).repeated
        const { expectedPairs: before, ...same } = patternsOf(answers).repeated
        expect(repeated).toEqual(same)
        expect(expectedPairs ?? 0).toBeCloseTo(before ?? 0, 9)
      }),
      runs,
    )
  })
})
