import { expect, it } from 'vitest'
import en from '../src/wording/en.json' with { type: 'json' }
import nl from '../src/wording/nl.json' with { type: 'json' }

it('has every text in Dutch and in English', () => {
  expect(Object.keys(en).toSorted()).toEqual(Object.keys(nl).toSorted())
})

it('keeps sentences short and calm, so that most people can read them', () => {
  const sentences = [...Object.values(nl), ...Object.values(en)].flatMap((text) => text.split(/(?<=[.?:])\s/))
  expect(sentences.filter((sentence) => sentence.includes('!'))).toEqual([])
  expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 20)).toEqual([])
})
