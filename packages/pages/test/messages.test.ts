import { describe, expect, it } from 'vitest'
import arDraft from '../src/messages/ar-draft.json' with { type: 'json' }
import en from '../src/messages/en.json' with { type: 'json' }
import nl from '../src/messages/nl.json' with { type: 'json' }

const fieldsOf = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? '').toSorted()

describe('the interface texts', () => {
  it('are complete in English', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(nl).toSorted())
  })

  it.each([['en', en] as const, ['ar-draft', arDraft] as const])(
    'name the same values in %s as in Dutch',
    (_, texts) => {
      const strange = Object.entries(texts).filter(([key, text]) => {
        const known = new Set(fieldsOf(nl[key as keyof typeof nl] ?? ''))
        return fieldsOf(text).some((name) => !known.has(name))
      })
      expect(strange).toEqual([])
    },
  )

  it('hold no promise in the Arabic draft, which nobody who speaks it has released', () => {
    const promises = Object.keys(arDraft).filter((key) =>
      /^(fact|layer|mode|stored|who|code|withdraw|done|ready|stop[A-Z])/.test(key),
    )
    expect(promises).toEqual([])
  })

  it('never shout', () => {
    const shouting = [nl, en, arDraft].flatMap((texts) => Object.values(texts)).filter((text) => text.includes('!'))
    expect(shouting).toEqual([])
  })

  it('say "u" in Dutch', () => {
    const familiar = Object.values(nl).filter((text) => /\b(je|jij|jou|jouw|jullie)\b/i.test(text))
    expect(familiar).toEqual([])
  })
})
