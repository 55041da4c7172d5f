import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DurationColumn } from '@klankbord/model'
import { measurements, quantiles, selectionOf, waitingTimes } from '@klankbord/statistics'

/** Days of people; those with a plus still wait. */
function waits(...days: readonly string[]): DurationColumn {
  return {
    type: 'duration',
    states: Int16Array.from(days, (told) => (told === '' ? -2 : told.endsWith('+') ? 2 : 1)),
    values: Float64Array.from(days, (told) => Number.parseFloat(told || '0')),
  }
}

/** The remission times of Freireich et al. (1963), which every textbook of survival analysis has. */
const REMISSIONS = waits(...'6 6 6 7 10 13 16 22 23 6+ 9+ 10+ 11+ 17+ 19+ 20+ 25+ 32+ 32+ 34+ 35+'.split(' '))

describe('how long people waited', () => {
  it('counts those who still wait as waiting at least so long', () => {
    const { n, over, stillWaiting, median, ninetieth } = waitingTimes(REMISSIONS)
    expect([n, over, stillWaiting, median.days]).toEqual([21, 9, 12, 23])
    // Published bounds on this scale: 13 to beyond what was seen.
    expect(median.bounds).toEqual({ low: 13, high: { notComputed: 'notReached' } })
    expect(ninetieth.days).toEqual({ notComputed: 'notReached' })
  })

  it('is the plain quantile when nobody waits any more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 50 }), (days) => {
        const { median, ninetieth } = waitingTimes(waits(...days.map(String)))
        expect([median.days, ninetieth.days]).toEqual(quantiles(measurements(days), [0.5, 0.9], { type: 1 }))
      }),
      { seed: 20261123 },
    )
  })

  it('never gets shorter when somebody turns out to wait still', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 30 }),
        fc.nat(29),
        (days, who) => {
          const at = who % days.length
          const before = waitingTimes(waits(...days.map(String))).median.days
          const after = waitingTimes(waits(...days.map((day, row) => `${day}${row === at ? '+' : ''}`))).median.days
          expect(typeof after === 'number' ? after : Infinity).toBeGreaterThanOrEqual(Number(before))
        },
      ),
      { seed: 20261123 },
    )
  })

  it('weighs people, and has no interval then', () => {
    const { median, shareStillWaiting } = waitingTimes(waits('10', '20', '30+', ''), {
      weights: Float64Array.of(1, 1, 4, 7),
    })
    expect(shareStillWaiting).toBe(4 / 6)
    expect(median).toEqual({ days: { notComputed: 'notReached' } })
  })

  it('is not computed of nobody', () => {
    const nobody = waitingTimes(REMISSIONS, { selection: selectionOf(21, () => false) })
    expect(nobody).toMatchObject({ n: 0, shareStillWaiting: { notComputed: 'noAnswers' } })
    expect(nobody.median.days).toEqual({ notComputed: 'noAnswers' })
  })
})
