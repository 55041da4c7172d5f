import type { LanguageCode, Questionnaire } from '@klankbord/model'

/**
 * A questionnaire without its texts in languages that are not offered, so that nobody shows people words that no speaker
 * stands for. The author's own language stays whatever is offered: there is nothing else to fall back on. The hash stays
 * that of the version, to which the answers belong.
 */
export function offeredTexts(questionnaire: Questionnaire, offered: readonly LanguageCode[]): Questionnaire {
  const kept = questionnaire.languages.filter(
    (language) => language === questionnaire.language || offered.includes(language),
  )
  // Our own words are there in more languages than the author wrote in; those are nobody's to fall back on either.
  const shown = withoutOthers(questionnaire, questionnaire.language, new Set(kept))
  return { ...shown, languages: kept }
}

/** Leaves out of every text in several languages those that are not kept; anything else stays as it is. */
function withoutOthers<Value>(value: Value, source: LanguageCode, kept: ReadonlySet<LanguageCode>): Value
function withoutOthers(value: unknown, source: LanguageCode, kept: ReadonlySet<LanguageCode>): unknown {
  if (Array.isArray(value)) return value.map((item: unknown) => withoutOthers(item, source, kept))
  if (typeof value !== 'object' || value === null) return value
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value)
  if (Object.hasOwn(value, source) && entries.every(([, item]) => typeof item === 'string'))
    return Object.fromEntries(entries.filter(([language]) => kept.has(language)))
  return Object.fromEntries(entries.map(([name, item]) => [name, withoutOthers(item, source, kept)]))
}
