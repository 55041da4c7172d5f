import { describe, expect, it } from 'vitest'
import { differenceOf } from '../../src/design/text-difference.ts'

describe('somebody who has to choose between two texts', () => {
  it('sees the lines that differ, with two shared lines around them', () => {
    const mine = 'a\nb\nc\nd\ne\nf\ng'
    const theirs = 'a\nb\nc\nX\nY\nf\ng'
    expect(differenceOf(mine, theirs)).toEqual({ line: 2, mine: 'b\nc\nd\ne\nf\ng', theirs: 'b\nc\nX\nY\nf\ng' })
  })

  it('sees a line that only one text has', () => {
    expect(differenceOf('a\nb\nc', 'a\nnew\nb\nc')).toEqual({ line: 1, mine: 'a\nb\nc', theirs: 'a\nnew\nb\nc' })
  })

  it('sees an added line that repeats its neighbours', () => {
    expect(differenceOf('a\na', 'a\na\na')).toEqual({ line: 1, mine: 'a\na', theirs: 'a\na\na' })
  })

  it('sees the whole text when nothing is shared', () => {
    expect(differenceOf('x', 'y')).toEqual({ line: 1, mine: 'x', theirs: 'y' })
    expect(differenceOf('', 'y\nz')).toEqual({ line: 1, mine: '', theirs: 'y\nz' })
  })
})
