// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { noteLastDay } from '../../src/saving/own-days.ts'

const MARK = 'klankbord ronde own'

describe('the last day of a device of ones own', () => {
  beforeEach(() => localStorage.clear())

  it('is the one of the round', () => {
    localStorage.setItem(MARK, '1')
    noteLastDay('ronde', '2026-06-30')
    expect(localStorage.getItem(MARK)).toBe('2026-06-30')
  })

  it('is another one once the round goes on for longer', () => {
    localStorage.setItem(MARK, '2026-05-02')
    noteLastDay('ronde', '2026-07-31')
    expect(localStorage.getItem(MARK)).toBe('2026-07-31')
  })

  it('is noted for nobody who did not call the device their own', () => {
    noteLastDay('ronde', '2026-06-30')
    expect(localStorage.length).toBe(0)
  })
})
