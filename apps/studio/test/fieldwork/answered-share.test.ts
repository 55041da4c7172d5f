import { describe, expect, it } from 'vitest'
import { answeredShare } from '../../src/fieldwork/answered-share.ts'

describe('somebody who follows a wave', () => {
  it('sees the share of the invited people that answered', () => {
    expect(answeredShare({ answers: 30, invited: 120 })).toBe(25)
    expect(answeredShare({ answers: 0, invited: 120 })).toBe(0)
  })

  it('never sees more than everybody, though through an open link more people may answer', () => {
    expect(answeredShare({ answers: 130, invited: 120 })).toBe(100)
  })

  it('sees no share when nobody knows who was invited', () => {
    expect(answeredShare({ answers: 30, invited: null })).toBeNull()
    expect(answeredShare({ answers: 30, invited: 0 })).toBeNull()
  })
})
