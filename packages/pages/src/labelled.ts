import { html, type Content, type Html } from './html.ts'

/**
 * A label before what belongs to it, with a colon unless it ends as a sentence does.
 *
 * @param words the label without markup
 * @example labelled(html`Hoe vaak?`, 'Hoe vaak?', 3).source // 'Hoe vaak? 3'
 */
export function labelled(label: Html, words: string, content: Content): Html {
  return html`${label}${/[\p{Po}\p{Pe}\p{Pf}]\s*$/u.test(words) ? '' : ':'} ${content}`
}
