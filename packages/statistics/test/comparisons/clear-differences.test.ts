import { describe, expect, it } from 'vitest'
import { benjaminiHochberg, bonferroni, clearDifferences, holm } from '@klankbord/statistics'

const RULE = { leastDifference: 0.05, leastGroup: 30 }
const SURE = { difference: 0.2, p: 0.001, n1: 80, n2: 300 }

function verdictsOf(...comparisons: Parameters<typeof clearDifferences>[0]): readonly string[] {
  return clearDifferences(comparisons, RULE).map(({ verdict }) => verdict)
}

describe('a difference that a council reads', () => {
  it('is marked when it is sure and large, with its direction', () => {
    expect(verdictsOf(SURE, { ...SURE, difference: -0.2 })).toEqual(['higher', 'lower'])
  })

  it('is not marked when it is sure and too small to matter', () => {
    expect(verdictsOf({ ...SURE, difference: 0.049 })).toEqual(['noClearDifference'])
    expect(clearDifferences([{ ...SURE, difference: 0 }], { leastDifference: 0, leastGroup: 1 })).toEqual([
      { verdict: 'noClearDifference', adjusted: 0.001 },
    ])
  })

  it('is not marked when it is large and chance may have made it', () => {
    expect(verdictsOf({ ...SURE, p: 0.05 })).toEqual(['noClearDifference'])
  })

  it('must be surer among many comparisons', () => {
    const one = { ...SURE, p: 0.02 }
    expect(verdictsOf(one)).toEqual(['higher'])
    expect(verdictsOf(one, { ...one, p: 0.9 }, { ...one, p: 0.8 })).toEqual([
      'noClearDifference',
      'noClearDifference',
      'noClearDifference',
    ])
  })

  it('is nothing to speak of with too few people, who do not make the others any less sure', () => {
    const few = { ...SURE, n1: 29 }
    expect(clearDifferences([{ ...SURE, p: 0.03 }, few, few], RULE)).toEqual([
      { verdict: 'higher', adjusted: 0.03 },
      { verdict: 'tooFewToSay', adjusted: { notComputed: 'tooFewAnswers' } },
      { verdict: 'tooFewToSay', adjusted: { notComputed: 'tooFewAnswers' } },
    ])
  })

  it('is nothing to speak of without a p, for the reason that there is none, and still counts as a comparison', () => {
    const none = { ...SURE, p: { notComputed: 'noSpread' } as const }
    expect(clearDifferences([{ ...SURE, p: 0.03 }, none], RULE)).toEqual([
      { verdict: 'noClearDifference', adjusted: 0.06 },
      { verdict: 'tooFewToSay', adjusted: { notComputed: 'noSpread' } },
    ])
  })

  it('is not marked where its own interval says that there may be none', () => {
    const within = (low: number, high: number) => ({ ...SURE, p: 0.049, interval: { low, high } })
    expect(verdictsOf(within(-0.001, 0.401))).toEqual(['noClearDifference'])
    expect(verdictsOf(within(0.001, 0.399))).toEqual(['higher'])
    expect(verdictsOf({ ...SURE, interval: { notComputed: 'tooFewAnswers' } })).toEqual(['higher'])
  })

  it('needs a rule that makes sense', () => {
    expect(() => clearDifferences([], { ...RULE, leastDifference: -1 })).toThrow('leastDifference out of range: -1')
    expect(() => clearDifferences([], { ...RULE, level: 1 })).toThrow('level out of range: 1')
    expect(() => verdictsOf({ ...SURE, p: 1.2 })).toThrow('p out of range: 1.2 (expected from 0 to 1)')
  })
})

describe('corrections of several comparisons', () => {
  it('leave what could not be computed as it is', () => {
    const p = [0.01, { notComputed: 'noSpread' } as const, 0.04]
    expect(benjaminiHochberg(p)).toEqual([0.02, p[1], 0.04])
    expect(bonferroni(p)).toEqual([0.02, p[1], 0.08])
  })

  it('are ordered: Benjamini and Hochberg’s marks most, Bonferroni’s least', () => {
    const p = [0.001, 0.012, 0.02, 0.04, 0.3, 0.9]
    const [bh, step, all] = [benjaminiHochberg(p), holm(p), bonferroni(p)]
    for (const at of p.keys()) {
      expect(bh[at] ?? 2).toBeLessThanOrEqual((step[at] ?? 0) + 1e-15)
      expect(step[at] ?? 2).toBeLessThanOrEqual(all[at] ?? 0)
    }
  })
})
