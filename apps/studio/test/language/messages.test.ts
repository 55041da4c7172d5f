import { describe, expect, it } from 'vitest'
import en from '../../src/messages/en.json' with { type: 'json' }
import nl from '../../src/messages/nl.json' with { type: 'json' }
import problemsEn from '../../src/messages/problems-en.json' with { type: 'json' }
import problemsNl from '../../src/messages/problems-nl.json' with { type: 'json' }
import { messagesIn, type MessageKey } from '../../src/language/messages.ts'

const KEYS = Object.keys(nl) as readonly MessageKey[]
const namesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? ''))].toSorted()

describe('the texts of the studio', () => {
  it('are there in both languages, with the same values', () => {
    expect(Object.keys(en)).toEqual(KEYS)
    expect(KEYS.map((key) => [key, namesIn(en[key])])).toEqual(KEYS.map((key) => [key, namesIn(nl[key])]))
  })

  it.each(['nl', 'en'] as const)('can all be read in %s', (language) => {
    const t = messagesIn(language)
    for (const key of KEYS) {
      for (const value of [0, 1, 24]) {
        const values = Object.fromEntries(namesIn(nl[key]).map((name) => [name, name === 'mode' ? 'open' : value]))
        expect(`${key}: ${t(key, values)}`).not.toMatch(/[{}]|\bundefined\b/)
      }
    }
  })

  it('say how many points and tips there are', () => {
    const t = messagesIn('nl')
    expect(t('findingsTitle', { blocking: 2, hints: 1 })).toBe('2 punten om op te lossen en 1 tip')
    expect(t('findingsTitle', { blocking: 1, hints: 0 })).toBe('1 punt om op te lossen')
    expect(t('findingsTitle', { blocking: 0, hints: 3 })).toBe('3 tips')
  })

  it('never shout, and say "u" in Dutch', () => {
    const all = [nl, en, problemsNl, problemsEn].flatMap((texts) => Object.values(texts))
    expect(all.filter((text) => text.includes('!'))).toEqual([])
    const dutch = [...Object.values(nl), ...Object.values(problemsNl)]
    expect(dutch.filter((text) => /\b(je|jij|jou|jouw|jullie)\b/i.test(text))).toEqual([])
  })
})
