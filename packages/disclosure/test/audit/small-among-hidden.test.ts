import { DEFAULT_POLICY } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { knownAsSmall } from '../../src/audit/small-among-hidden.ts'
import { SOLVING } from '../solving.ts'

/** Four gave an answer, and it stands beside another of which at most so many are known. */
const besideAtMost = (most: number) => ({
  cells: [
    { id: 'total', value: 7, low: 7, high: 7, cost: 0 },
    { id: 'small', value: 4, low: 0, high: Infinity, cost: 1 },
    { id: 'beside', value: 3, low: 0, high: most, cost: 1 },
  ],
  relations: [{ total: 0, parts: [1, 2] }],
  hidden: [1, 2],
})
const answers = { small: [{ place: 1, table: 'q×area', cell: 'group 1, category 2' }], beside: new Set([2]) }

describe('somebody who guesses which hidden answer few gave', () => {
  it('is left hardly a number where it can only be more than the limit or one below', async () => {
    const ranges = new Map([[1, { cell: 1, least: 4, most: 7 }]])
    expect(await knownAsSmall(answers, DEFAULT_POLICY, besideAtMost(3), ranges, SOLVING)).toEqual([
      { table: 'q×area', cell: 'group 1, category 2', width: 0, needed: 2 },
    ])
  })

  it('is left enough where it can be smaller, too, though the first search went the other way', async () => {
    const ranges = new Map([[1, { cell: 1, least: 4, most: 7 }]])
    expect(await knownAsSmall(answers, DEFAULT_POLICY, besideAtMost(6), ranges, SOLVING)).toEqual([])
  })
})
