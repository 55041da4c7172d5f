import type { Json, LanguageCode, LocalizedText, Question } from '@klankbord/model'
import { compile, consentOf } from '@klankbord/questionnaire'
import { READY_CONSENTS, type ReadyConsent } from './ready-consents.ts'

/**
 * A definition with what a study should ask before its first question: whether somebody takes part, and, where people
 * write in their own words, whether those may be shown. It offers to be contacted again too. All of it is an ordinary
 * part of the definition, to be changed or taken out. A kind of consent that is asked already is not asked twice, and
 * what the definition says of `contactAgain` stays.
 *
 * @param definition one that compiles; its languages are those of the texts; any other is returned as it is
 * @example withConsents(wmoClientExperience.definition).pages[0].name // 'consents'
 */
export function withConsents(definition: Json): Json {
  const { questionnaire } = compile(definition)
  if (questionnaire === null || !isRecord(definition)) return definition
  const asked = new Set(questionnaire.questions.map(consentOf))
  const inLanguages = languagesOnly(questionnaire.languages)
  const elements = [
    ...(asked.has('participation') ? [] : [takesPart(inLanguages)]),
    ...(asked.has('quote') || !questionnaire.questions.some(inOwnWords) ? [] : [quotable(inLanguages)]),
  ]
  const { pages, ...header } = definition
  const consents = elements.length === 0 ? [] : [{ name: 'consents', elements }]
  return { contactAgain: true, ...header, pages: [...consents, ...(Array.isArray(pages) ? pages : [])] }
}

type InLanguages = (text: LocalizedText) => Json

function takesPart(inLanguages: InLanguages): Json {
  return {
    type: 'boolean',
    name: 'takes_part',
    consent: 'participation',
    ...inAll(READY_CONSENTS.participation, inLanguages),
  }
}

function quotable(inLanguages: InLanguages): Json {
  return { type: 'boolean', name: 'quotable', consent: 'quote', ...inAll(READY_CONSENTS.quote, inLanguages) }
}

const inAll = (texts: ReadyConsent, inLanguages: InLanguages): Readonly<Record<string, Json>> =>
  Object.fromEntries(Object.entries(texts).map(([property, text]) => [property, inLanguages(text)]))

/** A line of a date, a number or an address is nothing that is quoted. */
function inOwnWords({ type }: Question): boolean {
  return type === 'comment' || type === 'text'
}

function languagesOnly(languages: readonly LanguageCode[]): InLanguages {
  return (text) => Object.fromEntries(Object.entries(text).filter(([language]) => languages.includes(language)))
}

const isRecord = (value: Json): value is Readonly<Record<string, Json>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
