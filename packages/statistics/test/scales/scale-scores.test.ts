import { describe, expect, it } from 'vitest'
import type { Column, Dataset, Scale } from '@klankbord/model'
import { isSelected, scaleScores as measuredScores } from '@klankbord/statistics'

const single = (...codes: readonly number[]): Column => ({ type: 'single', codes: Int16Array.from(codes) })

function dataset(columns: Readonly<Record<string, Column>>, rows: number): Dataset {
  return { codebook: { questionnaire: '', language: 'nl', variables: [], slots: 0, numbers: 0 }, rows, columns }
}

/** Scores of people in order; null where there is none. */
function scaleScores(people: Dataset, scale: Scale): readonly (number | null)[] {
  const { values, known } = measuredScores(people, scale)
  return Array.from(values, (value, row) => (isSelected(known, row) ? value : null))
}

const scale: Scale = {
  name: 'respect',
  path: '/scales/0',
  title: { nl: 'Bejegening' },
  method: 'mean',
  items: ['a', 'b', 'c'],
  reversed: ['c'],
  minimum: 1,
  maximum: 5,
  minimumAnswered: 2 / 3,
}

/** Four people: all items, one item don't know, one item only, not asked. c is reversed: 1 counts as 5, 4 as 2. */
const people = dataset({ a: single(5, 4, 2, -1), b: single(4, 3, -2, -1), c: single(1, -3, -4, -1) }, 4)

describe('the score of each person on a scale', () => {
  it('is the mean of the items that were answered, reversed ones turned round', () => {
    const [all, two, one, none] = scaleScores(people, scale)
    expect(all).toBeCloseTo(14 / 3, 12)
    expect([two, one, none]).toEqual([3.5, null, null])
  })

  it('asks for no more items than the questionnaire does', () => {
    expect(scaleScores(people, { ...scale, minimumAnswered: 1 / 3 })[2]).toBe(2)
    expect(scaleScores(people, { ...scale, minimumAnswered: 1 })[1]).toBeNull()
    expect(scaleScores(people, { ...scale, minimumAnswered: 0.001 })[3]).toBeNull()
  })

  it('is a sum in which a missing item counts as the mean of the others', () => {
    expect([...scaleScores(people, { ...scale, method: 'sum' })].slice(0, 2)).toEqual([14, 10.5])
  })

  it('is a percentage of the way from the lowest to the highest code', () => {
    const [all, two] = scaleScores(people, { ...scale, method: 'percentOfMaximum' })
    expect(all).toBeCloseTo((100 * 11) / 12, 12)
    expect(two).toBe(62.5)
  })

  it('is the grade itself, of a rating and of a number', () => {
    const grade: Scale = { ...scale, method: 'grade', items: ['a'], reversed: [], minimum: 1, maximum: 10 }
    const number: Column = { type: 'numeric', states: Int16Array.of(1, -2), values: Float64Array.of(7.5, 0) }
    expect([...scaleScores(dataset({ a: single(8, -2) }, 2), grade)]).toEqual([8, null])
    expect([...scaleScores(dataset({ a: number }, 2), grade)]).toEqual([7.5, null])
  })

  it('is such that its mean over a group is the net promoter score', () => {
    const promoter: Scale = { ...scale, method: 'netPromoter', items: ['a'], reversed: [], minimum: 0, maximum: 10 }
    const scores = scaleScores(dataset({ a: single(10, 9, 8, 7, 6, 0, -3) }, 7), promoter)
    expect([...scores]).toEqual([100, 100, 0, 0, -100, -100, null])
  })

  it('is refused for what has no code or number', () => {
    const ticks: Column = { type: 'multiple', words: 1, bits: Int16Array.of(1) }
    expect(() => scaleScores(dataset({ a: ticks }, 1), { ...scale, items: ['a'] })).toThrow(
      'item cannot be scored: a (multiple',
    )
    expect(() => scaleScores(people, { ...scale, items: ['d'] })).toThrow('unknown variable: d')
  })
})
