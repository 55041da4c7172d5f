import { describe, expect, it } from 'vitest'
import { formatNumber, parseNumber } from '../src/number-text.ts'

describe('a number that somebody types', () => {
  it.each([
    ['34', 34],
    [' 34 ', 34],
    ['6,5', 6.5],
    ['6.5', 6.5],
    ['-3', -3],
    ['\u22123', -3],
    ['-0', 0],
    ['٣٤', 34],
    ['۳۴', 34],
    ['0,125', 0.125],
    ['1000', 1000],
  ])('is read: %s', (typed, value) => {
    expect(parseNumber(typed)).toBe(value)
  })

  it.each(['', 'zes', '6 of 7', '1e3', '0x10', 'Infinity', '6,', ',5', '1,2,3', '--1', '+1', '9'.repeat(400)])(
    'is left to the check when it is none: %s',
    (typed) => {
      expect(parseNumber(typed)).toBeNull()
    },
  )

  it.each(['1.000', '1,000', '12.500', '-1.250'])('is asked again when it has two readings: %s', (typed) => {
    expect(parseNumber(typed)).toBeNull()
  })

  it('is shown with the decimal sign of the language', () => {
    expect(formatNumber(6.5, 'nl')).toBe('6,5')
    expect(formatNumber(6.5, 'en')).toBe('6.5')
  })

  it('is never shown in a way that has two readings', () => {
    expect(formatNumber(1.125, 'nl')).toBe('1,1250')
  })
})
