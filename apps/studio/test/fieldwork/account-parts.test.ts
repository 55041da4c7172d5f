import { expect, it } from 'vitest'
import { partsOf, percentOf, STRATUM_PARTS, withoutAnswers } from '../../src/fieldwork/account-parts.ts'

const COUNTS = { invited: 1400, undeliverable: 36, notInGroup: 22, refused: 58, used: 602, open: 682 }

it('divides everybody who was invited over parts that fill the bar', () => {
  const parts = partsOf({ ...COUNTS, answered: 600, withdrawn: 2 })
  expect(parts.reduce((sum, { people }) => sum + people, 0)).toBe(1400)
  expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(100)
  expect(parts.map(({ part }) => part)).toEqual([
    'answered',
    'open',
    'refused',
    'undeliverable',
    'notInGroup',
    'withdrawn',
  ])
  expect(parts[1]?.from).toBeCloseTo(42.86, 1)
})

it('draws nothing before anybody was invited', () => {
  const nobody = withoutAnswers({ invited: 0, undeliverable: 0, notInGroup: 0, refused: 0, used: 0, open: 0 })
  expect(partsOf(nobody).every(({ share, people }) => share === 0 && people === 0)).toBe(true)
})

it('shows of a group the numbers that add up to everybody who was invited', () => {
  expect(STRATUM_PARTS.reduce((sum, part) => sum + COUNTS[part], 0)).toBe(COUNTS.invited)
})

it('tells a share with one decimal, as the command does', () => {
  expect([percentOf(1 / 18), percentOf(0.5), percentOf(null)]).toEqual([5.6, 50, null])
})
