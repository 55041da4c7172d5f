import { expect, it } from 'vitest'
import { attackerLines } from '../../src/cli/publication/attacker-lines.ts'

const people = { column: 'people', question: null, answer: null, known: 'shown' } as const

it('shows whoever was to publish the sum by which somebody could work a figure out', () => {
  const everybody = { ...people, times: 1, row: 'everybody', value: 92 } as const
  const north = { ...people, times: -1, row: { nl: 'Noord', en: 'North' }, value: 80 } as const
  const east = { ...people, times: -1, row: { nl: 'Oost' }, value: 10, known: 'least' } as const
  expect(attackerLines([{ end: 'most', terms: [everybody, north, east], outcome: 2 }])).toEqual([
    'Somebody could work it out:',
    '  ≤ everybody 92 − North 80 − Oost, at least 10 = 2',
  ])
  const few = { ...everybody, column: 'answer', question: { en: 'Quick?' }, answer: { en: 'Yes' } } as const
  expect(attackerLines([{ end: 'exact', terms: [few], outcome: 92 }])[1]).toBe('  everybody (“Quick?”: Yes) 92 = 92')
  expect(attackerLines([])).toEqual([])
})
