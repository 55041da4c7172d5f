import type { InterfaceLanguage } from '../language/interface-language.ts'
import phrases from '../messages/phrases-nl.json' with { type: 'json' }

/** Details that the compiler fills with English phrases of its own; all others hold what the author wrote. */
const IN_WORDS: ReadonlySet<string> = new Set(['element', 'expected', 'goesWith', 'reason', 'what'])

/** `{phrase}` is a phrase itself, `{text}` is any text, every other name is one word. */
const SEVERAL_WORDS: ReadonlySet<string> = new Set(['phrase', 'text'])

interface Phrase {
  readonly pattern: RegExp
  readonly names: readonly string[]
  readonly words: string
}

const PHRASES: readonly Phrase[] = Object.entries(phrases).map(([english, words]) => ({
  pattern: patternOf(english),
  names: namesIn(english),
  words,
}))

/**
 * A detail of a problem as words in the language of the reader. A phrase that is not known stays English.
 *
 * @example detailWords('element', 'option 2 of radiogroup q1', 'nl') // 'antwoord 2 van vraag q1'
 */
export function detailWords(detail: string, value: string, language: InterfaceLanguage): string {
  return language === 'nl' && IN_WORDS.has(detail) ? inDutch(value) : value
}

function inDutch(english: string): string {
  for (const { pattern, names, words } of PHRASES) {
    const found = pattern.exec(english)
    if (found !== null) return filled(words, new Map(names.map((name, index) => [name, found[index + 1] ?? ''])))
  }
  return english
}

function filled(words: string, values: ReadonlyMap<string, string>): string {
  return words.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const value = values.get(name) ?? ''
    return name === 'phrase' ? inDutch(value) : value
  })
}

function namesIn(english: string): readonly string[] {
  return [...english.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
}

function patternOf(english: string): RegExp {
  const source = english
    .replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => (SEVERAL_WORDS.has(name) ? '(.+)' : String.raw`(\S+)`))
  return new RegExp(`^${source}$`, 's')
}
