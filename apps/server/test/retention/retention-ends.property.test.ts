import { dayAfterMonths } from '@klankbord/model'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { isOver, publicationEnd, retentionEnds } from '../../src/retention/retention-ends.ts'

const DAY = 86_400_000
const iso = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)
const aDay = fc.integer({ min: 18_000, max: 40_000 })
const aTerm = fc.integer({ min: 0, max: 120 })

describe('the end of a term', () => {
  it('is not there while a wave is open', () => {
    const terms = { contacts: 0, answers: 0, publications: 0 }
    expect(retentionEnds(null, terms)).toEqual({ contacts: null, answers: null })
    expect(isOver(null, '9999-12-31')).toBe(false)
  })

  it('is the day after so many months, but never one on which somebody may still send', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: 0, max: 366 }), aTerm, aTerm, (closed, grace, contacts, answers) => {
        const end = { closedOn: iso(closed), lastDay: iso(closed + grace) }
        const ends = retentionEnds(end, { contacts, answers, publications: null })
        for (const [day, months] of [
          [ends.contacts, contacts],
          [ends.answers, answers],
        ] as const) {
          expect(isOver(day, end.lastDay)).toBe(false)
          expect(isOver(day, iso(closed + grace + 1))).toBe(
            dayAfterMonths(end.closedOn, months) <= iso(closed + grace + 1),
          )
          expect([dayAfterMonths(end.closedOn, months), iso(closed + grace + 1)]).toContain(day)
        }
      }),
      { seed: 9, numRuns: 300 * inject('sampleFactor') },
    )
  })

  it('of a publication counts from its own day, and is never there when it is kept', () => {
    const terms = { contacts: 0, answers: 0, publications: 12 }
    expect(publicationEnd('2024-02-29', terms)).toBe('2025-02-28')
    expect(isOver('2025-02-28', '2025-02-27')).toBe(false)
    expect(isOver('2025-02-28', '2025-02-28')).toBe(true)
    expect(publicationEnd('2024-02-29', { ...terms, publications: null })).toBeNull()
  })
})
