import { describe, expect, it } from 'vitest'
import { codeGroups, normaliseCode } from '../src/withdrawal-code.ts'

describe('a withdrawal code', () => {
  it('is the same however somebody types it', () => {
    expect(normaliseCode(' k7p4-hm9r txyz ')).toBe('K7P4HM9RTXYZ')
  })

  it.each([
    ['K7P4-HM9R-TXYZ', ['K7P4', 'HM9R', 'TXYZ']],
    ['K7P4HM9RT', ['K7P', '4HM', '9RT']],
    ['K7P4', ['K7', 'P4']],
    ['', []],
  ])('is shown in groups: %s', (code, groups) => {
    expect(codeGroups(code)).toEqual(groups)
  })
})
