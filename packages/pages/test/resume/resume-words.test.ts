import { PAGE_LANGUAGES, RESUME_WORDS } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { lettersApart } from '../../src/resume/letters-apart.ts'
import { plainLetters } from '../../src/resume/read-word.ts'
import { drawWords, wordDrawing, wordIn } from '../../src/resume/resume-words.ts'

/** What ears do not tell apart, by language: spellings that become one sound. */
const SOUNDS: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  nl: [
    [/ij/g, 'ei'],
    [/ou/g, 'au'],
    [/c(?=[eiy])/g, 's'],
    [/c/g, 'k'],
    [/d$/g, 't'],
    [/b$/g, 'p'],
    [/ph/g, 'f'],
    [/v/g, 'f'],
    [/z/g, 's'],
    [/ch/g, 'g'],
  ],
  en: [
    [/ph/g, 'f'],
    [/ck|c(?![eih])|q/g, 'k'],
    [/c/g, 's'],
    [/ea|ee|ie/g, 'i'],
    [/oo|ou/g, 'u'],
    [/(.)\1/g, '$1'],
    [/e$/g, ''],
  ],
  pl: [
    [/ch/g, 'h'],
    [/rz/g, 'z'],
    [/d$/g, 't'],
    [/w$/g, 'f'],
    [/g$/g, 'k'],
  ],
  tr: [
    [/d$/g, 't'],
    [/c$/g, 'c'],
    [/b$/g, 'p'],
  ],
}

const soundOf = (language: string, letters: string): string =>
  (SOUNDS[language] ?? []).reduce((sound, [spelled, heard]) => sound.replace(spelled, heard), letters)

function pairsIn<Item>(items: readonly Item[]): readonly (readonly [Item, Item])[] {
  return items.flatMap((one, place) => items.slice(place + 1).map((other) => [one, other] as const))
}

describe('the words to come back with', () => {
  it('are at least 256, so that three of them make more than sixteen million', () => {
    expect(RESUME_WORDS.length).toBeGreaterThanOrEqual(256)
    expect(new Set(RESUME_WORDS.map(({ name }) => name)).size).toBe(RESUME_WORDS.length)
  })

  it.each(PAGE_LANGUAGES)('are one word each in %s, in letters of that language', (language) => {
    const script =
      language === 'ar'
        ? /^\p{Script=Arabic}+$/u
        : language === 'uk'
          ? /^[\p{Script=Cyrillic}'’-]+$/u
          : /^[\p{Script=Latin}-]+$/u
    const words = RESUME_WORDS.map((word) => wordIn(word, language))
    expect(words.filter((word) => !script.test(word) || word !== word.toLocaleLowerCase(language))).toEqual([])
  })

  it.each(PAGE_LANGUAGES)(
    'are in %s at least two letters apart, so that one slip leads to no other word',
    (language) => {
      const words = RESUME_WORDS.map((word) => plainLetters(wordIn(word, language)))
      expect(pairsIn(words).filter(([one, other]) => lettersApart(one, other) < 2)).toEqual([])
    },
  )

  it.each(Object.keys(SOUNDS))('sound different in %s', (language) => {
    const sounds = RESUME_WORDS.map((word) => soundOf(language, plainLetters(wordIn(word, language))))
    expect(new Set(sounds).size).toBe(sounds.length)
  })

  it('have each a picture of its own, drawn with lines and without an address', () => {
    const drawings = RESUME_WORDS.map((word) => wordDrawing(word).source)
    expect(drawings.filter((drawing) => !/<(?:path|circle|rect|ellipse) /.test(drawing))).toEqual([])
    expect(drawings.filter((drawing) => /href|url\(|style=|\son/.test(drawing))).toEqual([])
    expect(new Set(drawings).size).toBe(RESUME_WORDS.length)
  })

  it('are drawn evenly, three different ones', () => {
    // Every pair of bytes once, in a fixed order that jumps about.
    let pair = 0
    const bytes = (): Uint8Array => {
      pair = (pair + 40_503) % 65_536
      return Uint8Array.of(Math.floor(pair / 256), pair % 256)
    }
    const drawn = Array.from({ length: 6000 }, () => drawWords({ bytes }))
    expect(drawn.filter((words) => new Set(words).size !== 3)).toEqual([])
    const counts = new Map<string, number>()
    for (const name of drawn.flat()) counts.set(name, (counts.get(name) ?? 0) + 1)
    expect(counts.size).toBe(RESUME_WORDS.length)
    // Five standard deviations around 70.
    expect(Math.min(...counts.values())).toBeGreaterThan(28)
    expect(Math.max(...counts.values())).toBeLessThan(112)
  })
})
