import { expect, it } from 'vitest'
import en from '../src/wording/en.json' with { type: 'json' }
import nl from '../src/wording/nl.json' with { type: 'json' }

it('has every text in Dutch and in English', () => {
  expect(Object.keys(en).sort()).toEqual(Object.keys(nl).sort())
})

it('keeps sentences short and calm, so that most people can read them', () => {
  for (const text of [...Object.values(nl), ...Object.values(en)].flatMap((whole) => whole.split(/(?<=[.?:])\s/))) {
    expect(text, text).not.toContain('!')
    expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(20)
  }
})
