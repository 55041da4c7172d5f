import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { computed, notComputed, type Figure } from '@klankbord/model'
import { holm, normalDistribution, normalQuantile, twoProportionTest, wilsonInterval } from '@klankbord/statistics'

interface Case {
  readonly case: string
  readonly topic: string
  readonly params: Record<string, never>
  readonly expected: Record<string, never>
}

const file = new URL('../../../../shared/reference/stats/expected.json', import.meta.url)
const present = existsSync(file)
const cases: readonly Case[] = present ? JSON.parse(readFileSync(file, 'utf8')).cases : []
const ofTopic = (topic: string): readonly Case[] => cases.filter((entry) => entry.topic === topic)

/** Distance by the rule of the references: relative above 1, absolute below. */
function distance(got: Figure, want: number | null): number {
  if (want === null || !computed<number>(got)) return want === null && !computed(got) ? 0 : Infinity
  return Math.abs(got - want) / Math.max(1, Math.abs(want))
}

function expectNear(got: Figure, want: number | null): void {
  expect(distance(got, want)).toBeLessThanOrEqual(1e-9)
}

describe.skipIf(!present)('reference values computed with R', () => {
  it('agree on all 18 intervals for a share', () => {
    const found = ofTopic('proportion_ci')
    expect(found).toHaveLength(18)
    for (const { params, expected } of found) {
      const { x, n, N, level } = params as unknown as { x: number; n: number; N: number | null; level: number }
      const { wilson, fpc } = expected as unknown as Record<string, Record<string, unknown>>
      const plain = wilsonInterval({ count: x, n, level })
      expectBounds(plain, wilson as never)
      if (N === null) continue
      expectBounds(
        wilsonInterval({ count: x, n, level, population: N }),
        fpc?.['wilson_n_over_factor_Nminus1'] as never,
      )
    }
  })

  it('agree on all 6 pooled tests', () => {
    const found = ofTopic('two_proportions')
    expect(found).toHaveLength(6)
    for (const { params, expected } of found) {
      const { x1, n1, x2, n2 } = params as Record<string, number>
      const { z, p } = twoProportionTest({ count1: x1 ?? 0, n1: n1 ?? 0, count2: x2 ?? 0, n2: n2 ?? 0 })
      const want = expected as unknown as { z_pooled: number | null; p_value: number | null }
      expectNear(z, want.z_pooled)
      expectNear(p, want.p_value)
    }
  })

  it('agree on all 5 corrections by Holm', () => {
    const found = ofTopic('p_adjust')
    expect(found).toHaveLength(5)
    for (const { params, expected } of found) {
      const want = (expected as unknown as { holm: (number | null)[] }).holm
      const { p } = params as unknown as { p: (number | null)[] }
      for (const [index, value] of holm(p.map((each) => each ?? notComputed('noSpread'))).entries()) {
        expectNear(value, want[index] ?? null)
      }
    }
  })

  it('agree on the normal distribution, relative to the value', () => {
    const [{ expected } = { expected: {} }] = ofTopic('distributions')
    const want = expected as unknown as Record<string, number>
    const relative = (got: number, key: string): number => Math.abs(got / (want[key] ?? Number.NaN) - 1)
    expect(relative(normalDistribution(-8), 'pnorm(-8)')).toBeLessThan(3e-15)
    expect(relative(normalQuantile(1e-10), 'qnorm(1e-10)')).toBeLessThan(3e-15)
    expect(relative(normalQuantile(0.975), 'qnorm(0.975)')).toBeLessThan(3e-15)
    // Below the smallest normal double R's file says 0 and we still give the faded value.
    expect(Math.abs(normalDistribution(-38) - (want['pnorm(-38)'] ?? 1))).toBeLessThan(2.3e-308)
  })
})

function expectBounds(got: { low: number; high: number }, want: { lower: number; upper: number }): void {
  expectNear(got.low, want.lower)
  expectNear(got.high, want.upper)
}
