import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { canonicalJson, contentHash } from '@klankbord/model'

describe('canonical JSON of any value', () => {
  it('reads back as the same value and hashes the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const again: unknown = JSON.parse(canonicalJson(value))
        expect(again).toEqual(JSON.parse(JSON.stringify(value)))
        expect(contentHash(again)).toBe(contentHash(value))
      }),
      { seed: 20261122, numRuns: 300 * inject('sampleFactor') },
    )
  })
})
