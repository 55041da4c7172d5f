import { writtenLanguage } from '@klankbord/charts'
import { mapTexts } from '@klankbord/disclosure'
import type { LanguageCode, Publication, PublishedText } from '@klankbord/model'
import { authoredLanguage } from './authored-text.ts'
import { html, type Html } from './html.ts'
import type { ReportContent } from './report-content.ts'

/**
 * The attribute of an element with words of authors that are in another language than the page, so that they are read aloud in
 * their own; nothing where they are in the same.
 *
 * @example html`<p dir="auto"${spokenIn(words, content)}>…</p>` // <p dir="auto" lang="nl">
 */
export function spokenIn(
  words: PublishedText,
  { publication, language }: Pick<ReportContent, 'publication' | 'language'>,
): Html | false {
  const spoken = authoredLanguage(words, publication, language)
  return spoken !== language && html` lang="${spoken}"`
}

/** That words of authors are in another language than the page; nothing where all are in its own. */
export function foreignNote({ publication, language, text }: ReportContent): Html | false {
  const heading = publication.texts?.headline
  const others = foreignLanguages(publication, language)
  const [first] = others
  if (first === undefined) return false
  const names = new Intl.DisplayNames([writtenLanguage(language)], { type: 'language' })
  const listed = new Intl.ListFormat(writtenLanguage(language)).format(others.map((code) => names.of(code) ?? code))
  const isHeading = heading !== undefined && authoredLanguage(heading, publication, language) !== language
  return html`<p class="by">${text(isHeading ? 'foreignHeading' : 'foreignTexts', { language: listed })}</p>`
}

function foreignLanguages(publication: Publication, language: LanguageCode): readonly LanguageCode[] {
  const found = new Set<LanguageCode>()
  const { texts, advice, actions } = publication
  const said = { ...(texts && { texts }), ...(advice && { advice }), ...(actions && { actions }) }
  mapTexts(said, (words) => found.add(authoredLanguage(words, publication, language)))
  found.delete(language)
  return [...found]
}
