import { dayAfterMonths, LONGEST_RETENTION } from '@klankbord/model'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'

const DAY = 86_400_000
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY

/** Days from 1970 to 2149, as ISO dates: among them every end of a month, leap years and the missing one of 2100. */
const aDate = fc.integer({ min: 0, max: 65_000 }).map((day) => new Date(day * DAY).toISOString().slice(0, 10))
const months = fc.integer({ min: 0, max: LONGEST_RETENTION })
const runs = { seed: 5, numRuns: 500 * inject('sampleFactor') }

/** Reckoned another way: one day after the other, until as many months have begun and the day is there or its month is over. */
function byCounting(from: string, count: number): string {
  const day = Number(from.slice(8))
  let date = new Date(`${from}T00:00:00Z`)
  let begun = 0
  for (;;) {
    const next = new Date(date.getTime() + DAY)
    if (begun === count && (date.getUTCDate() >= day || next.getUTCDate() === 1)) return date.toISOString().slice(0, 10)
    if (next.getUTCDate() === 1) begun += 1
    date = next
  }
}

describe('a term of whole months', () => {
  it('ends on the day that counting day by day comes to', () => {
    fc.assert(
      fc.property(aDate, fc.integer({ min: 0, max: 60 }), (from, count) => {
        expect(dayAfterMonths(from, count)).toBe(byCounting(from, count))
      }),
      { seed: 5, numRuns: 200 * inject('sampleFactor') },
    )
  })

  it('is a real date in the month it belongs to, whatever the month is long', () => {
    fc.assert(
      fc.property(aDate, months, (from, count) => {
        const end = dayAfterMonths(from, count)
        expect(new Date(`${end}T00:00:00Z`).toISOString().slice(0, 10)).toBe(end)
        const monthsOf = (date: string): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
        expect(monthsOf(end) - monthsOf(from)).toBe(count)
        expect(Number(end.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)))
      }),
      runs,
    )
  })

  it('never ends earlier when it begins later or is longer', () => {
    fc.assert(
      fc.property(aDate, aDate, months, months, (one, other, fewer, more) => {
        const [early, late] = [one, other].toSorted() as [string, string]
        const [short, long] = [fewer, more].toSorted((a, b) => a - b) as [number, number]
        expect(dayNumber(dayAfterMonths(early, short))).toBeLessThanOrEqual(dayNumber(dayAfterMonths(late, short)))
        expect(dayNumber(dayAfterMonths(early, short))).toBeLessThanOrEqual(dayNumber(dayAfterMonths(early, long)))
      }),
      runs,
    )
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-31', 0, '2026-12-31'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2096-02-29', 48, '2100-02-28'],
  ])('from %s over %i months ends on %s', (from, count, end) => {
    expect(dayAfterMonths(from, count)).toBe(end)
  })
})
