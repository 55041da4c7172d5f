import { DEFAULT_POLICY } from '@klankbord/model'
import { describe, expect, it } from 'vitest'
import { readEnvironment } from '../../src/config.ts'
import { installationPolicy } from '../../src/study/installation-policy.ts'

const policyUnder = (env: Readonly<Record<string, string>>) => installationPolicy(readEnvironment(env).policy)

describe('whoever keeps an installation', () => {
  it('gets the usual rules without setting any', () => {
    expect(policyUnder({})).toEqual(DEFAULT_POLICY)
    expect(policyUnder({ KLANKBORD_LEAST_GROUP: '' })).toEqual(DEFAULT_POLICY)
  })

  it('sets each rule in the environment, down to groups of five', () => {
    expect(policyUnder({ KLANKBORD_LEAST_GROUP: '5' })).toEqual({ ...DEFAULT_POLICY, leastGroup: 5 })
    const all = { KLANKBORD_LEAST_GROUP: '20', KLANKBORD_INDICATIVE_BELOW: '60', KLANKBORD_SENSITIVE_CELL: '9' }
    expect(policyUnder(all)).toEqual({ leastGroup: 20, indicativeBelow: 60, sensitiveCell: 9 })
  })

  it.each(['4', '0', '-10', '101', '7.5', 'tien', '1e1', ' '])(
    'is refused a least group of %j and told why',
    (given) => {
      expect(() => policyUnder({ KLANKBORD_LEAST_GROUP: given })).toThrow(
        `policy cannot be set: leastGroup to ${JSON.stringify(given)} (expected a whole number from 5 to 100)`,
      )
    },
  )
})
