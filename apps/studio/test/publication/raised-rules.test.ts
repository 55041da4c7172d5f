import { DEFAULT_POLICY } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { raisedRules } from '../../src/publication/raised-rules.ts'

describe('the rules that somebody typed', () => {
  it('are those that differ from the rules that hold', () => {
    expect(raisedRules({}, DEFAULT_POLICY)).toEqual({})
    expect(raisedRules({ leastGroup: ' 15 ', indicativeBelow: '30' }, DEFAULT_POLICY)).toEqual({ leastGroup: 15 })
  })

  it('go to the server as 0 where they are no number, which it refuses with words', () => {
    expect(raisedRules({ leastGroup: 'tien', sensitiveCell: '' }, DEFAULT_POLICY)).toEqual({
      leastGroup: 0,
      sensitiveCell: 0,
    })
  })
})
