import { directionOf, translator, type LanguageCode, type LocalizedText, type Translate } from '@klankbord/model'
import { html, Html, type Content } from './html.ts'
import { CATALOGUES, SOURCE, type MessageKey } from './messages/catalogues.ts'

export type { MessageKey } from './messages/catalogues.ts'

const translates = new Map<LanguageCode, Translate<MessageKey>>()

/** Speaks one language, and marks what it can only say in another. */
export interface Voice {
  readonly language: LanguageCode
  /** An interface text for a place where no markup can stand: a title, an attribute. */
  plain(key: MessageKey, values?: Readonly<Record<string, string | number>>): string
  /** An interface text. Texts among its values are kept apart, so that a name in another direction turns nothing round. */
  say(key: MessageKey, values?: Readonly<Record<string, string | number | Html>>): Html
  /** The language that the interface texts are in, for what stands in the middle of them: Dutch when they are in no other. */
  readonly spoken: LanguageCode
  /** A text of the author, in the author's language when it has no translation. */
  author(text: LocalizedText): Html
  /** The same without markup. */
  authorPlain(text: LocalizedText): string
  /** The language that a text of the author is shown in, for where no markup can say so. */
  authorLanguage(text: LocalizedText): LanguageCode
  /** Prose of the author: HTML of the few tags that `compile` lets through. */
  prose(text: LocalizedText): Html
}

/** Fills `{name}` in a text of the author, which is in this language. */
export interface Fill {
  text(text: string, language: LanguageCode): string
  /** The same in HTML: what is filled in is escaped. */
  prose(text: string, language: LanguageCode): string
}

const FILLS_NOTHING: Fill = { text: (text) => text, prose: (text) => text }

/**
 * @param language the language of the page
 * @param authorLanguage the language that the author wrote in
 * @param fill what `{name}` in texts of the author becomes; as it stands when absent
 * @example voiceOf('en', 'nl').author({ nl: 'Ja' }).source // '<span lang="nl" dir="ltr">Ja</span>'
 */
export function voiceOf(language: LanguageCode, authorLanguage: LanguageCode, fill: Fill = FILLS_NOTHING): Voice {
  const spoken = CATALOGUES[language] === undefined ? SOURCE : language
  const translate = translateIn(spoken)
  const words = (text: LocalizedText, own: LanguageCode): string => fill.text(text[own] ?? '', own)
  return {
    language,
    plain: translate,
    say: (key, values = {}) => inLanguage(filled(translate, key, values), spoken, language),
    spoken,
    author: (text) => {
      const own = languageOfText(text, language, authorLanguage)
      return inLanguage(html`${words(text, own)}`, own, language)
    },
    authorPlain: (text) => words(text, languageOfText(text, language, authorLanguage)),
    authorLanguage: (text) => languageOfText(text, language, authorLanguage),
    prose: (text) => {
      const own = languageOfText(text, language, authorLanguage)
      const prose = new Html(inNewTab(fill.prose(text[own] ?? '', own)))
      return own === language ? prose : html`<div lang="${own}" dir="${directionOf(own)}">${prose}</div>`
    },
  }
}

function translateIn(language: LanguageCode): Translate<MessageKey> {
  const known = translates.get(language) ?? translator<MessageKey>(CATALOGUES, language)
  translates.set(language, known)
  return known
}

/** Formats with marks of the private use area in the place of texts, and puts those in as HTML afterwards. */
function filled(
  translate: Translate<MessageKey>,
  key: MessageKey,
  values: Readonly<Record<string, string | number | Html>>,
): Html {
  const inserted: Content[] = []
  const marked = Object.entries(values).map(([name, value]) => {
    if (typeof value === 'number') return [name, value] as const
    inserted.push(value instanceof Html ? value : html`<bdi>${value}</bdi>`)
    return [name, `\uE000${inserted.length - 1}\uE001`] as const
  })
  const pieces = translate(key, Object.fromEntries(marked)).split(/\uE000(\d+)\uE001/)
  return html`${pieces.map((piece, index) => (index % 2 === 0 ? piece : inserted[Number(piece)]))}`
}

function inLanguage(content: Html, own: LanguageCode, page: LanguageCode): Html {
  return own === page ? content : html`<span lang="${own}" dir="${directionOf(own)}">${content}</span>`
}

/** Somebody who follows a link would lose the page: it was sent by a form, so "back" does not bring it again. */
function inNewTab(prose: string): string {
  return prose.replaceAll('<a ', '<a target="_blank" rel="noopener noreferrer" ')
}

function languageOfText(text: LocalizedText, wanted: LanguageCode, fallback: LanguageCode): LanguageCode {
  if (Object.hasOwn(text, wanted)) return wanted
  if (Object.hasOwn(text, fallback)) return fallback
  return Object.keys(text)[0] ?? fallback
}

/** What a language calls itself. @example languageName('ar') // 'العربية' */
export function languageName(language: LanguageCode): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1)
}
