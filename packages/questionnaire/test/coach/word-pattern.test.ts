import { describe, expect, it } from 'vitest'
import { WordPattern } from '../../src/coach/word-pattern.ts'

const found = (entries: readonly string[], text: string): readonly string[] =>
  new WordPattern(entries).find(text).map(({ words }) => words)

describe('a client council that adds to a list', () => {
  it('finds whole words only', () => {
    expect(found(['zorg'], 'zorg, nazorg en zorgen')).toEqual(['zorg'])
  })

  it('writes * for the rest of a word, before or behind', () => {
    expect(found(['zelfredzaam*', '*misbruik'], 'zelfredzaamheid en machtsmisbruik')).toEqual([
      'zelfredzaamheid',
      'machtsmisbruik',
    ])
  })

  it('writes … for up to five words of the same sentence', () => {
    const entries = ['verschil … tussen']
    expect(found(entries, 'verschil tussen')).toEqual(['verschil tussen'])
    expect(found(entries, 'verschil een twee drie vier vijf tussen')).toHaveLength(1)
    expect(found(entries, 'verschil een twee drie vier vijf zes tussen')).toEqual([])
    expect(found(entries, 'geen verschil. en tussen')).toEqual([])
  })

  it('writes (a|b) for a choice, which may be nothing', () => {
    expect(found(['(de |het |)gemeente'], 'de gemeente, gemeente')).toEqual(['de gemeente', 'gemeente'])
  })

  it('is told of the longest phrase, and of the entry that describes it', () => {
    const pattern = new WordPattern(['plan', 'plan van aanpak', 'plan van *'])
    expect(pattern.find('een plan van  aanpak')).toEqual([
      { words: 'plan van  aanpak', at: 4, entry: 'plan van aanpak' },
    ])
    expect(pattern.takenFrom('het plan, een plan van aanpak dus')).toBe('het  , een   dus')
    expect([pattern.opens('plan b'), pattern.opens('het plan')]).toEqual([true, false])
  })
})
