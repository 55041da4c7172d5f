import { pipesIn } from '../text/pipes.ts'
import type { Names } from '../condition/scope.ts'
import { shown, type FindingList } from './finding-list.ts'
import type { AuthoredText } from './reading.ts'

/** Hints at what in a text can be shown, and was probably meant otherwise. */
export function reportOddText(authored: AuthoredText, { known }: Names, list: FindingList): void {
  const { text, path, element, prose } = authored
  const words = Object.values(text)
  const tag = prose ? undefined : words.map((each) => TAG.exec(each)?.[0]).find((found) => found !== undefined)
  if (tag !== undefined) list.hint('markupInPlainText', path, { tag: shown(tag), element })
  for (const name of new Set(words.flatMap(halfPipesIn)))
    if (known.has(name)) list.hint('braceWithoutPair', path, { name, element }, () => `{${name}}`)
  const pipes = Object.entries(text).map(([language, each]) => [language, new Set(pipesIn(each))] as const)
  for (const name of new Set(pipes.flatMap(([, names]) => [...names]))) {
    const without = pipes.find(([language, names]) => !names.has(name) && text[language] !== '')
    if (without && known.has(name.split('.')[0] ?? ''))
      list.hint('pipeInSomeLanguages', path, { name: shown(name), language: without[0], element })
  }
}

/** The tags that people use for a word or a line; anything else between < and > may be meant as it is. */
const TAG = /<\/?(?:b|i|u|em|strong|br|p|a|span|div|ul|ol|li|h[1-6]|font|small)\b[^<>]{0,200}>/i

const HALF = /\{ ?([a-z][a-z0-9_]{0,63})|(?<![{a-z0-9_.])([a-z][a-z0-9_]{0,63}) ?\}/g

/** Names at a brace that no other brace goes with. */
function halfPipesIn(text: string): readonly string[] {
  const rest = text.replaceAll(/\{[^{}]*\}/g, ' ')
  if (!/[{}]/.test(rest)) return []
  return [...rest.matchAll(HALF)].flatMap(([, after, before]) => after ?? before ?? [])
}
