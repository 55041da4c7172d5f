import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY, POLICY_RULES, raisedPolicy } from '../src/index.ts'

describe('the policy of a study', () => {
  it('is that of its installation where the study asks for nothing', () => {
    expect(raisedPolicy(DEFAULT_POLICY, null)).toEqual(DEFAULT_POLICY)
    expect(raisedPolicy({ leastGroup: 5, indicativeBelow: 30, sensitiveCell: 4 }, {}).leastGroup).toBe(5)
  })

  it('is raised rule by rule, and by nothing lower', () => {
    const own = { leastGroup: 15, indicativeBelow: 20 }
    expect(raisedPolicy(DEFAULT_POLICY, own)).toEqual({ leastGroup: 15, indicativeBelow: 30, sensitiveCell: 4 })
    expect(raisedPolicy({ ...DEFAULT_POLICY, leastGroup: 20 }, own).leastGroup).toBe(20)
  })

  it('tests no group that is too small to be shown, and hides no sensitive answer of a whole group', () => {
    const strict = raisedPolicy(DEFAULT_POLICY, { leastGroup: 50, sensitiveCell: 80 })
    expect(strict).toEqual({ leastGroup: 50, indicativeBelow: 50, sensitiveCell: 49 })
  })

  it('has usual values that can be set', () => {
    for (const { name, least, most } of POLICY_RULES) {
      expect(DEFAULT_POLICY[name]).toBeGreaterThanOrEqual(least)
      expect(DEFAULT_POLICY[name]).toBeLessThanOrEqual(most)
    }
    expect(POLICY_RULES.map(({ name }) => name).toSorted()).toEqual(Object.keys(DEFAULT_POLICY).toSorted())
  })
})
