import { describe, expect, it } from 'vitest'
import { compilePattern } from '../../src/pattern/compile-pattern.ts'
import { matchesPattern } from '../../src/pattern/match-pattern.ts'
import { stepsOf } from './patterns.ts'

describe('a pattern that an author writes', () => {
  it.each([
    ['^[1-9]\\d{3} ?[A-Z]{2}$', ['1234 AB', '9999ZZ'], ['0234 AB', '1234 ab', '1234 ABC', ' 1234 AB']],
    ['^(ja|nee)$', ['ja', 'nee'], ['jaa', 'Ja', '']],
    ["^\\p{Lu}[\\p{L}\\p{M}' -]+$", ["Zoë d'Arc", 'Łukasz', 'Αθήνα'], ['zoë', 'Zoë1', 'Z']],
    ['\\bzorg\\b', ['de zorg is goed', 'zorg'], ['bezorgd', 'zorgen']],
    ['^.$', ['x', '😀'], ['xy', '\n', '']],
    ['a{2,3}?b', ['aab', 'xaaab', 'aaaab'], ['ab', 'aa']],
    ['^(?<first>\\w+)\\s(?:\\w+)$', ['twee woorden'], ['een', 'met drie woorden']],
    ['^[^\\d\\s]+$', ['letters'], ['l3tters', 'twee woorden']],
    ['', ['', 'x'], []],
    ['[]', [], ['', 'x']],
  ])('takes and refuses what it says: %s', (pattern, taken, refused) => {
    const steps = stepsOf(pattern)
    expect(taken.filter((text) => !matchesPattern(steps, text))).toEqual([])
    expect(refused.filter((text) => matchesPattern(steps, text))).toEqual([])
  })

  it('can leave capitals out of account, beyond the alphabet too', () => {
    const steps = stepsOf('^straße [k-m]$', true)
    expect(['STRASSE K', 'STRAẞE K', 'straße \u212A'].map((text) => matchesPattern(steps, text))).toEqual([
      false,
      true,
      true,
    ])
  })

  it('is plain data, the same each time', () => {
    expect(stepsOf('^a+$')).toEqual([
      { at: 'start', to: 1 },
      { in: [[97, 97]], to: 2 },
      { split: [1, 3] },
      { at: 'end', to: 4 },
      { match: true },
    ])
    expect(JSON.parse(JSON.stringify(stepsOf('[^a]|\\p{L}', true)))).toEqual(stepsOf('[^a]|\\p{L}', true))
  })

  it.each([
    ['(a)\\1', 'it refers back to a group'],
    ['(?<year>\\d)\\k<year>', 'it refers back to a group'],
    ['a(?=b)', 'it looks ahead or behind'],
    ['(?<!a)b', 'it looks ahead or behind'],
    ['\\p{Script=Greek}', 'the property \\p{Script=Greek}; possible are L, Lu, Ll, M, N, Nd, P, Z'],
  ])('is refused where no machine can run it in linear time, or it would be large: %s', (pattern, reason) => {
    expect(compilePattern(pattern, false)).toEqual({ fault: 'unsupported', reason })
  })

  it.each([
    ['a(b', 'unterminated group, after 3 characters'],
    ['[z-a]', 'range out of order in character class, after 4 characters'],
    ['a**', 'nothing to repeat, after 3 characters'],
    ['\\p{Nonsense}', 'invalid property name, after 11 characters'],
    ['[\\p{L}--[a-z]]', 'invalid character class, after 8 characters'],
  ])('is refused where it is no pattern: %s', (pattern, reason) => {
    expect(compilePattern(pattern, false)).toMatchObject({ fault: 'syntax', reason })
  })

  it('is suggested without the escapes that nothing needs', () => {
    expect(compilePattern('^\\w+\\@\\w+\\.nl\\!$', false)).toMatchObject({
      fault: 'syntax',
      suggestion: '^\\w+@\\w+\\.nl!$',
    })
    expect(compilePattern('\\@(', false)).not.toHaveProperty('suggestion')
  })

  it.each(['(a{100}){100}', 'a{2001}', '\\p{L}{120}', '(((a?){40}){40}){40}', '(\\b){99999}', 'a{0,9999999999999999}'])(
    'is refused where it would take too many steps: %s',
    (pattern) => {
      expect(compilePattern(pattern, false)).toEqual({ fault: 'tooLarge', what: 'steps', most: 2000 })
    },
  )

  it('is refused where it is longer than anybody writes, or nothing is left of the room for patterns', () => {
    expect(compilePattern('a'.repeat(1001), false)).toEqual({ fault: 'tooLarge', what: 'characters', most: 1000 })
    expect(compilePattern('abc', false, 3)).toEqual({ fault: 'tooLarge', what: 'steps', most: 3 })
    expect(compilePattern('abc', false, 4)).toMatchObject({ weight: 4 })
  })

  it('may repeat nothing at all as often as it likes', () => {
    expect(stepsOf('(?:(?:(?:){99999}){99999}){99999}x|(a{0}){77777}')).toBeDefined()
    expect(stepsOf('((((((((((((a+)+)+)+)+)+)+)+)+)+)+)+)+').length).toBeLessThan(20)
    expect(stepsOf(`${'('.repeat(450)}a${')'.repeat(450)}`)).toHaveLength(2)
  })
})
