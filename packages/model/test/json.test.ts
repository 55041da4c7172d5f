import { describe, expect, it } from 'vitest'
import { canonicalJson, contentHash } from '@klankbord/model'

describe('the canonical JSON of a value', () => {
  it('is the same whatever the order of its keys', () => {
    expect(canonicalJson({ b: 1, a: [true, { d: null, c: 'x' }] })).toBe('{"a":[true,{"c":"x","d":null}],"b":1}')
  })
  it('leaves out keys without a value', () => {
    expect(contentHash({ a: 1, b: undefined })).toBe(contentHash({ a: 1 }))
  })
})
