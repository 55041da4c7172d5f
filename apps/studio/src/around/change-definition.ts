import type { ConsentKind, Json, LocalizedText } from '@klankbord/model'
import type { ReadyConsent } from '../api/api-types.ts'
import { changedJson } from '../design/json-change.ts'
import { definitionParts, type HeavyQuestion, type WrittenHelpLine } from './definition-parts.ts'

/** Asks for something around the questions, or no longer. */
export function withOffer(text: string, offer: 'practiceQuestion' | 'contactAgain', on: boolean): string {
  return changedJson(text, `/${offer}`, on ? true : undefined)
}

const CONSENT_NAMES: Readonly<Record<ConsentKind, string>> = {
  participation: 'takes_part',
  quote: 'quotable',
  recording: 'recorded',
}

/**
 * Asks for a consent in these words, behind those that are asked already. The first gets a page of its own before all
 * others.
 *
 * @param languages those of the questionnaire; words in others are left out
 */
export function withConsent(
  text: string,
  kind: ConsentKind,
  { title, description }: ReadyConsent,
  languages: readonly string[],
): string {
  const parts = definitionParts(text)
  if (parts === null || parts.consents[kind] !== undefined) return text
  const element = {
    type: 'boolean',
    name: freeName(CONSENT_NAMES[kind], parts.names),
    consent: kind,
    title: inLanguages(title, languages),
    ...(description !== undefined && { description: inLanguages(description, languages) }),
  }
  const last = Object.values(parts.consents).at(-1)
  if (last === undefined)
    return changedJson(text, '/pages/0', { name: freeName('consents', parts.names), elements: [element] })
  const [list, place] = listAndPlace(last.path)
  return changedJson(text, `${list}/${place + 1}`, element)
}

/** Asks for a consent no longer. A page on which nothing else stood goes with it. */
export function withoutConsent(text: string, kind: ConsentKind): string {
  const asked = definitionParts(text)?.consents[kind]
  if (asked === undefined) return text
  const [list] = listAndPlace(asked.path)
  const alone = changedJson(text, `${list}/1`, undefined) === text
  const isOnPage = /^\/pages\/\d+\/elements$/.test(list)
  return changedJson(text, alone && isOnPage ? list.replace('/elements', '') : asked.path, undefined)
}

/**
 * Puts words in one language at a pointer. No words take the text of that language away; of the author's own language they
 * stay, empty, for the check to point at.
 *
 * @param now the text as it is
 * @param language of the words, and that of the author
 */
export function withWords(
  text: string,
  pointer: string,
  now: LocalizedText,
  words: string,
  { language, own }: { readonly language: string; readonly own: string },
): string {
  const others = Object.entries(now).filter(([key]) => key !== language)
  const needed = words !== '' || (language === own && pointer.endsWith('/title'))
  const all = { ...Object.fromEntries(others), ...(needed && { [language]: words }) }
  const languages = Object.keys(all)
  if (languages.length === 0) return changedJson(text, pointer, undefined)
  return changedJson(text, pointer, languages.every((one) => one === own) ? (all[own] ?? words) : all)
}

/** A help line more, with a name that is free. */
export function withHelpLine(text: string, title: LocalizedText): string {
  const parts = definitionParts(text)
  if (parts === null) return text
  const line = { name: freeName('help_1', new Set(parts.helpLines.map(({ name }) => name))), title }
  return parts.helpLines.length === 0
    ? changedJson(text, '/helpLines', [line])
    : changedJson(text, `/helpLines/${parts.helpLines.length}`, line)
}

/** One fewer; no question names it any more. */
export function withoutHelpLine(text: string, { name, path }: Pick<WrittenHelpLine, 'name' | 'path'>): string {
  const parts = definitionParts(text)
  if (parts === null) return text
  const freed = parts.questions
    .filter(({ helpLines }) => helpLines.includes(name))
    .reduce((rest, question) => withHelpLineAt(rest, question, name, false), text)
  return changedJson(freed, parts.helpLines.length === 1 ? '/helpLines' : path, undefined)
}

/** Shows a help line at a question, or no longer. */
export function withHelpLineAt(
  text: string,
  { path, helpLines }: Pick<HeavyQuestion, 'path' | 'helpLines'>,
  name: string,
  on: boolean,
): string {
  const names = on ? [...helpLines.filter((one) => one !== name), name] : helpLines.filter((one) => one !== name)
  const [first] = names
  return changedJson(text, `${path}/helpLine`, first === undefined ? undefined : names.length === 1 ? first : names)
}

/** The number itself; none is no property. */
export function withPhone(text: string, { path }: Pick<WrittenHelpLine, 'path'>, phone: string): string {
  return changedJson(text, `${path}/phone`, phone === '' ? undefined : phone)
}

function listAndPlace(path: string): readonly [string, number] {
  const cut = path.lastIndexOf('/')
  return [path.slice(0, cut), Number(path.slice(cut + 1))]
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  const [, base = wanted, number] = /^(.*?)(?:_(\d+))?$/.exec(wanted) ?? []
  let name = wanted
  for (let next = Number(number ?? 1) + 1; taken.has(name); next += 1) name = `${base}_${next}`
  return name
}

function inLanguages(text: LocalizedText, languages: readonly string[]): Json {
  return Object.fromEntries(Object.entries(text).filter(([language]) => languages.includes(language)))
}
