import { localize, translator, type LocalizedText } from '@klankbord/model'
import type { InterfaceLanguage } from '../language/interface-language.ts'
import { languageName } from '../language/local-formats.ts'
import en from '../messages/problems-en.json' with { type: 'json' }
import nl from '../messages/problems-nl.json' with { type: 'json' }
import { detailWords } from './detail-words.ts'

/** What a problem and a finding have in common. */
export interface Told {
  readonly code: string
  /** The English sentence of the server. */
  readonly message: string
  readonly details: unknown
}

type ProblemKey = keyof typeof nl

const translators = {
  nl: translator<ProblemKey>({ nl }, 'nl'),
  en: translator<ProblemKey>({ en }, 'en'),
} as const

/**
 * A problem or finding in the language of the reader. A code without a sentence, or one whose details are
 * not what the sentence needs (a server of another version), gives the server's own English sentence.
 *
 * @example
 * problemSentence({ code: 'tooFewResponses', message: '…', details: { answers: 4, least: 10 } }, 'nl')
 */
export function problemSentence(told: Told, language: InterfaceLanguage): string {
  if (!hasSentence(told.code)) return told.message
  try {
    return translators[language](told.code, valuesOf(told.details, language))
  } catch {
    return told.message
  }
}

/** Whether the studio has a sentence of its own for a code. */
export function hasSentence(code: string): code is ProblemKey {
  return Object.hasOwn(nl, code)
}

/** Details as values of a message: a list becomes words with commas, and its length `NAMECount`; a text in several languages that of the reader. */
function valuesOf(details: unknown, language: InterfaceLanguage): Record<string, string | number> {
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(details ?? {})) {
    if (typeof value === 'number') values[name] = value
    else if (typeof value === 'string') values[name] = detailWords(name, value, language)
    else if (Array.isArray(value) && name === 'languages') values[name] = namesOf(value, language)
    else if (Array.isArray(value)) Object.assign(values, { [name]: value.join(', '), [`${name}Count`]: value.length })
    else if (isText(value)) values[name] = localize(value, language, 'nl')
    else values[name] = value === null ? '' : String(value)
  }
  return values
}

/** Codes of languages by their names. */
const namesOf = (tags: readonly unknown[], language: InterfaceLanguage): string =>
  tags.map((tag) => languageName(String(tag), language)).join(', ')

const isText = (value: unknown): value is LocalizedText =>
  typeof value === 'object' && value !== null && Object.values(value).every((text) => typeof text === 'string')
