import { expect, it } from 'vitest'
import en from '../src/messages/en.json' with { type: 'json' }
import nl from '../src/messages/nl.json' with { type: 'json' }

it('says in English everything that it says in Dutch', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(nl).toSorted())
})

it('never shouts and never leaves a text empty', () => {
  for (const words of [...Object.values(nl), ...Object.values(en)]) {
    expect(words).not.toBe('')
    expect(words).not.toContain('!')
  }
})
