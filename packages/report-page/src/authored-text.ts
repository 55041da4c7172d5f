import { formatNumber, percentOf, percentText } from '@klankbord/charts'
import { figureValue } from '@klankbord/disclosure'
import type { LanguageCode, Publication, PublishedText, TextPart } from '@klankbord/model'

/**
 * What an author wrote, in the language of a reader, else in that of the publication, else in any. A number that is a
 * figure is written from that figure.
 *
 * @example authoredText({ nl: ['Dag.'] }, publication, 'en') // 'Dag.'
 */
export function authoredText(text: PublishedText, publication: Publication, language: LanguageCode): string {
  const parts = text[authoredLanguage(text, publication, language)] ?? []
  return parts.map((part) => partText(part, publication, language)).join('')
}

/** The language in which readers of one get it. @example authoredLanguage({ nl: ['Dag.'] }, publication, 'en') // 'nl' */
export function authoredLanguage(text: PublishedText, publication: Publication, language: LanguageCode): LanguageCode {
  const found = [language, publication.language].find((code) => text[code] !== undefined)
  return found ?? Object.keys(text)[0] ?? language
}

function partText(part: TextPart, publication: Publication, language: LanguageCode): string {
  if (typeof part === 'string') return part
  const value = figureValue(part.figure, publication)
  if (value.status !== 'released' || part.form === 'words') return part.words
  const { count, share } = value
  if (part.form === 'count') return count === null ? part.words : formatNumber(count, language)
  if (share === null) return part.words
  return percentText(percentOf(share), language)
}
