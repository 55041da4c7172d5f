import { describe, expect, it } from 'vitest'
import { chooseLanguage, otherLanguage } from '../../src/language/interface-language.ts'
import { dayInWords, languageName, timeOfDay } from '../../src/language/local-formats.ts'

describe('somebody who opens the studio', () => {
  it('gets the language chosen before, else the first of the browser that there is, else Dutch', () => {
    expect(chooseLanguage('en', ['nl-NL'])).toBe('en')
    expect(chooseLanguage(null, ['de-DE', 'en-GB', 'nl'])).toBe('en')
    expect(chooseLanguage('tlh', ['NL-be'])).toBe('nl')
    expect(chooseLanguage(null, [])).toBe('nl')
  })

  it('can change to the other one', () => {
    expect([otherLanguage('nl'), otherLanguage('en')]).toEqual(['en', 'nl'])
  })

  it('reads dates, times and languages in words', () => {
    expect(dayInWords('2026-06-12', 'nl')).toBe('12 juni 2026')
    expect(dayInWords('2026-06-12', 'en')).toBe('12 June 2026')
    expect(dayInWords('2026-06-12T23:30:00Z', 'nl')).toBe('12 juni 2026')
    expect(dayInWords('soon', 'nl')).toBe('soon')
    expect(timeOfDay(Date.UTC(2026, 5, 12, 10, 42), 'nl')).toBe('10:42')
    expect([languageName('ar', 'nl'), languageName('nl', 'en')]).toEqual(['Arabisch', 'Dutch'])
  })
})
