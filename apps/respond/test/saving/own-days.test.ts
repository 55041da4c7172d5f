// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { noteLastDay } from '../../src/saving/own-days.ts'

const MARK = 'klankbord ronde own'
const NOW = new Date('2026-05-01T12:00:00Z')

describe('the last day of a device of ones own', () => {
  beforeEach(() => localStorage.clear())

  it('is the one of the round', () => {
    localStorage.setItem(MARK, '1')
    noteLastDay('ronde', '2026-06-30', NOW)
    expect(localStorage.getItem(MARK)).toBe('2026-06-30')
  })

  it('is not an earlier one once the round has no end any more, and comes all the same', () => {
    localStorage.setItem(MARK, '2026-05-02')
    noteLastDay('ronde', null, NOW)
    expect(localStorage.getItem(MARK)).toBe('2026-05-29')
  })

  it('is noted for nobody who did not call the device their own', () => {
    noteLastDay('ronde', '2026-06-30', NOW)
    expect(localStorage.length).toBe(0)
  })
})
