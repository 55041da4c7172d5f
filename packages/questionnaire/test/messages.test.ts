import { expect, it } from 'vitest'
import en from '../src/messages/en.json' with { type: 'json' }
import nl from '../src/messages/nl.json' with { type: 'json' }

it('has every text in both languages', () => {
  expect(Object.keys(en)).toEqual(Object.keys(nl))
  for (const text of [...Object.values(en), ...Object.values(nl)]) expect(text).not.toBe('')
})
