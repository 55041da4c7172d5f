import { describe, expect, it } from 'vitest'
import { isDay, isMonth, shifted } from '../../src/condition/calendar.ts'

describe('the calendar', () => {
  it.each(['0001-01-01', '2024-02-29', '1900-02-28', '9999-12-31'])('has the day %s', (day) => {
    expect(isDay(day)).toBe(true)
    expect(isMonth(day.slice(0, 7))).toBe(true)
  })

  it.each(['0000-01-01', '2023-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-5-1', '2026-05-01T00:00'])(
    'has no day %s',
    (day) => {
      expect(isDay(day)).toBe(false)
    },
  )

  it('ends before its first year and after its last', () => {
    expect(isMonth('0000-12')).toBe(false)
    expect(shifted('0001-01-01', -1, 'days')).toBeNull()
    expect(shifted('9999-12-31', 1, 'days')).toBeNull()
  })
})
