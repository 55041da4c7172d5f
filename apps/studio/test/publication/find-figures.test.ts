import { describe, expect, it } from 'vitest'
import { findFigures } from '../../src/publication/find-figures.ts'

const LINES = [
  'Bent u tevreden? · Noord · Ja: 40% (20 van 50)',
  'Bent u tevreden? · Zuid · Ja: 40% (16 van 40)',
  'Kreeg u één vaste hulp? · Noord · Nee: 40% (8 van 20)',
]

describe('somebody who looks for a figure among hundreds', () => {
  it('sees all of them until a word is typed', () => {
    expect(findFigures(LINES, '')).toEqual([0, 1, 2])
    expect(findFigures(LINES, '  ')).toEqual([0, 1, 2])
  })

  it('finds those that have every word, in any order, also while a word is half typed', () => {
    expect(findFigures(LINES, 'noord')).toEqual([0, 2])
    expect(findFigures(LINES, 'noo tevr')).toEqual([0])
    expect(findFigures(LINES, 'zuid hulp')).toEqual([])
  })

  it('finds with or without capitals and accents', () => {
    expect(findFigures(LINES, 'EEN VASTE')).toEqual([2])
    expect(findFigures(['Oost · Café: 3'], 'cafe')).toEqual([0])
  })

  it('takes signs for what they are', () => {
    expect(findFigures(LINES, '(16')).toEqual([1])
    expect(findFigures(LINES, '.*')).toEqual([])
  })
})
