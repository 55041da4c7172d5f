import { describe, expect, it } from 'vitest'
import {
  floorAndCeiling,
  isSelected,
  measurements,
  momentsOf,
  netPromoterScore,
  numericSummary,
  promoterPoints,
  reliability,
} from '@klankbord/statistics'

describe('how consistent a scale is', () => {
  const calm = measurements([1, 2, 3, 4, 5, null])
  const rested = measurements([2, 2, 3, 5, 4, 1])
  const safe = measurements([1, 3, 3, 4, 5, 2])

  it('is told with an interval, and with each item left out', () => {
    const { complete, listwise } = reliability([calm, rested, safe])
    expect(complete).toBe(5)
    expect(listwise.alpha).toBeCloseTo(0.9450867052, 9)
    if ('notComputed' in listwise.interval) throw new Error(listwise.interval.notComputed)
    // By SciPy's f.ppf.
    expect(listwise.interval.low).toBeCloseTo(0.7225433175, 9)
    expect(listwise.interval.high).toBeCloseTo(0.993884648, 9)
    expect(listwise.items.map(({ alphaIfDropped }) => Number(alphaIfDropped) < 1)).toEqual([true, true, true])
  })

  it('has an interval over pairs with gaps, which is that of leaving out one person at a time', () => {
    const items = [calm, rested, safe]
    const { alpha, interval } = reliability(items).pairwise
    if ('notComputed' in interval || typeof alpha !== 'number') throw new Error('no interval')
    const logs = [0, 1, 2, 3, 4, 5].map((left) => {
      const without = items.map(({ values, known }) =>
        measurements([...values].map((value, row) => (row !== left && isSelected(known, row) ? value : null))),
      )
      return Math.log(1 - Number(reliability(without).pairwise.alpha))
    })
    const error = Math.sqrt((5 / 6) * momentsOf(logs).squares)
    // Student's t for five degrees of freedom is 2.5706.
    expect(Math.log(1 - interval.low)).toBeCloseTo(Math.log(1 - alpha) + 2.570581835636 * error, 9)
    expect(Math.log(1 - interval.high)).toBeCloseTo(Math.log(1 - alpha) - 2.570581835636 * error, 9)
    expect(interval.high).toBeLessThan(1)
  })

  it('has no interval over pairs when leaving out somebody leaves a pair without people', () => {
    const seldom = measurements([null, null, 3, 5, null, null])
    const { alpha, interval } = reliability([calm, rested, seldom]).pairwise
    expect(typeof alpha).toBe('number')
    expect(interval).toEqual({ notComputed: 'tooFewAnswers' })
  })

  it('is 1 when everybody gives all items the same answer, and so is what is left', () => {
    const { listwise, pairwise } = reliability([calm, calm, calm])
    expect(listwise).toMatchObject({ alpha: 1, items: [{ itemRest: 1 }, { itemRest: 1 }, { itemRest: 1 }] })
    expect(pairwise).toMatchObject({ alpha: 1, interval: { notComputed: 'noSpread' } })
  })

  it('shows an item that runs the other way and does not turn it', () => {
    const turned = measurements([5, 4, 3, 2, 1, null])
    expect(reliability([calm, rested, turned]).listwise.items[2]?.itemRest).toBeLessThan(0)
  })

  it('is not computed of one item, of nobody, or where all say the same', () => {
    const few = { notComputed: 'tooFewItems' }
    expect(reliability([])).toMatchObject({ complete: 0, listwise: { alpha: few }, pairwise: { interval: few } })
    expect(reliability([calm]).listwise).toMatchObject({ alpha: few, interval: few, items: [{ itemRest: few }] })
    expect(reliability([calm, rested]).listwise.items[0]?.alphaIfDropped).toEqual(few)
    const nobody = measurements([null, null])
    expect(reliability([nobody, nobody]).listwise.alpha).toEqual({ notComputed: 'tooFewAnswers' })
    const same = measurements([3, 3])
    expect(reliability([same, same]).listwise.alpha).toEqual({ notComputed: 'noSpread' })
  })

  it('goes with who is at the floor and the ceiling of its scores', () => {
    const { floor, ceiling } = floorAndCeiling(measurements([1, 1, 3, 5, null]), { minimum: 1, maximum: 5 })
    expect([floor.share, ceiling.share]).toEqual([0.5, 0.25])
  })
})

describe('a net promoter score', () => {
  /** 2×4, 3×5, 4×6, 10×7, 20×8, 8×9, 3×10. */
  const answers = [
    [4, 2],
    [5, 3],
    [6, 4],
    [7, 10],
    [8, 20],
    [9, 8],
    [10, 3],
  ].flatMap(([answer = 0, people]) => Array.from({ length: people ?? 0 }, () => answer))

  it('is promoters minus detractors, with an error that says how little it says', () => {
    const score = netPromoterScore({ numbers: measurements([...answers, null]) })
    if ('notComputed' in score) throw new Error(score.notComputed)
    expect(score).toMatchObject({ n: 50, promoters: 0.22, detractors: 0.18 })
    expect(score.score).toBeCloseTo(4, 12)
    expect(score.score - 1.96 * Number(score.multinomialError)).toBeCloseTo(-13.5, 1)
    expect(numericSummary(promoterPoints(measurements(answers))).mean).toBeCloseTo(4, 12)
  })

  it('has no interval where all say the same, since others need not, unless everybody answered', () => {
    const numbers = measurements([10, 9, 10])
    expect(netPromoterScore({ numbers, population: 40 })).toMatchObject({
      score: 100,
      standardError: 0,
      interval: { notComputed: 'noSpread' },
    })
    expect(netPromoterScore({ numbers, population: 3 })).toMatchObject({ interval: { low: 100, high: 100 } })
  })

  it('is zero for an answer between 6 and 7, of one person as of a group', () => {
    const [answer] = promoterPoints(measurements([6.5])).values
    expect(answer).toBe(0)
  })

  it('of one answer has no error, and of nobody there is none', () => {
    expect(netPromoterScore({ numbers: measurements([10]) })).toMatchObject({
      score: 100,
      standardError: { notComputed: 'oneAnswer' },
      interval: { notComputed: 'oneAnswer' },
    })
    expect(netPromoterScore({ numbers: measurements([null]) })).toEqual({ notComputed: 'noAnswers' })
  })
})
