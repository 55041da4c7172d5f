import { html, type Content, type Html } from './html.ts'

/**
 * A label before what belongs to it, with a colon unless it ends as a sentence does.
 *
 * @param words the label without markup
 * @example labelled(html`Hoe vaak?`, 'Hoe vaak?', 3).source // 'Hoe vaak? 3'
 */
export function labelled(label: Html, words: string, content: Content): Html {
  return html`${label}${endsInPunctuation(words) ? '' : ':'} ${content}`
}

/** What ends words in the languages of the pages. Firefox 68 knows no kinds of signs, so they are named one by one. */
const PUNCTUATION = /[!-#%-'*,./:;?@\\\])}»’”¿¡…·§¶†‡‰،؛؟٪]\s*$/

/** Whether words end so that nothing has to follow them. */
export function endsInPunctuation(words: string): boolean {
  return PUNCTUATION.test(words)
}
