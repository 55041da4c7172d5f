import { describe, expect, it } from 'vitest'
import {
  boxShare,
  gradeSummary,
  inBox,
  measurements,
  measurementsOf,
  multiResponse,
  numericSummary,
  selectionOf,
} from '@klankbord/statistics'

describe('grades that people gave', () => {
  const grades = measurements([5, 8, 9, null, 7, 5.5])

  it('have the shares of 5 and lower and of 8 and higher beside their mean', () => {
    const { n, mean, insufficient, good } = gradeSummary(grades)
    expect([n, mean, insufficient.share, good.share]).toEqual([5, 6.9, 0.2, 0.4])
  })

  it('are weighted beside unweighted', () => {
    const weights = Float64Array.of(2, 1, 1, 9, 0, 0)
    const { n, mean, weighted, good } = gradeSummary(grades, { weights })
    expect([n, mean]).toEqual([5, 6.9])
    expect(weighted).toMatchObject({ n: 3, sumOfWeights: 4, mean: 6.75, median: 6.5 })
    expect(good.weighted).toEqual({ n: 4, count: 2, share: 0.5 })
  })

  it('are those of the people who are looked at', () => {
    expect(numericSummary(grades, { selection: selectionOf(6, (row) => row > 0 && row < 4) }).mean).toBe(8.5)
  })

  it('have no mean when nobody gave one, no spread when one did, and no weighted mean when nobody weighs anything', () => {
    const none = { notComputed: 'noAnswers' }
    expect(numericSummary(measurements([null]))).toMatchObject({ n: 0, mean: none, sd: none, median: none })
    expect(numericSummary(measurements([4])).sd).toEqual({ notComputed: 'oneAnswer' })
    const weights = Float64Array.of(0, 0)
    expect(numericSummary(measurements([4, 5]), { weights }).weighted?.mean).toEqual({ notComputed: 'noWeight' })
    expect(boxShare(measurements([null]), { from: 4 }).share).toEqual(none)
  })

  it('come from a column, kinds of empty left out', () => {
    const single = measurementsOf({ type: 'single', codes: Int16Array.of(7, -3, 0, -1) })
    expect(numericSummary(single)).toMatchObject({ n: 2, sum: 7 })
    const numeric = { type: 'numeric', states: Int16Array.of(1, -2), values: Float64Array.of(7.5, 0) } as const
    expect(numericSummary(measurementsOf(numeric))).toMatchObject({ n: 1, mean: 7.5 })
  })

  it('are refused when they are no numbers or belong to other people', () => {
    expect(() => measurements([Number.NaN])).toThrow('no finite number')
    expect(() => numericSummary(grades, { weights: Float64Array.of(1) })).toThrow('6')
    expect(() => numericSummary(measurements([1]), { weights: Float64Array.of(-1) })).toThrow('weight that is none')
  })

  it('as being in a box have the share of the box for their mean', () => {
    expect(numericSummary(inBox(grades, { anyOf: [8, 9] })).mean).toBe(boxShare(grades, { anyOf: [8, 9] }).share)
  })
})

describe('a question with several answers', () => {
  const categories = [1, 2].map((code) => ({ code, value: code, label: { nl: `Optie ${code}` } }))
  /** Both, the first, none ticked, not asked, no opinion. */
  const column = { type: 'multiple', words: 1, bits: Int16Array.of(0b11, 0b01, 0, -1, -3) } as const

  it('states each of its three bases', () => {
    const { asked, ticked, responses, options } = multiResponse(column, categories)
    expect([asked, ticked, responses]).toEqual([4, 2, 3])
    expect(options[0]).toEqual({ code: 1, count: 2, ofAsked: 0.5, ofTicked: 1, ofResponses: 2 / 3 })
  })

  it('has them weighted, too, and for the people who are looked at', () => {
    const weights = Float64Array.of(1, 3, 2, 5, 2)
    expect(multiResponse(column, categories, { weights }).weighted).toMatchObject({ asked: 8, ticked: 4, responses: 5 })
    const selection = selectionOf(5, (row) => row > 1)
    const { ticked, options } = multiResponse(column, categories, { selection })
    expect([ticked, options[0]?.ofTicked]).toEqual([0, { notComputed: 'noAnswers' }])
  })
})
