import type { Json } from '@klankbord/model'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changedJson } from '../../src/design/json-change.ts'

it('gives somebody who uses a form JSON that means just that, whatever stood there', () => {
  const names = fc.constantFrom('a', 'b', 'c')
  const objects = fc.dictionary(names, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3, noNullPrototype: true })
  const texts = fc.tuple(objects, fc.constantFrom(0, 2, 4)).map(([value, space]) => ({
    value,
    text: JSON.stringify(value, null, space),
  }))
  fc.assert(
    fc.property(texts, names, fc.option(fc.jsonValue({ maxDepth: 2 }), { nil: undefined }), (given, name, put) => {
      const others = Object.fromEntries(Object.entries(given.value).filter(([key]) => key !== name))
      const changed: unknown = JSON.parse(changedJson(given.text, `/${name}`, put as Json | undefined))
      expect(changed).toEqual(JSON.parse(JSON.stringify(put === undefined ? others : { ...others, [name]: put })))
    }),
    { seed: 7, numRuns: 300 },
  )
})
