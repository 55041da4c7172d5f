import type { ShownPage } from '../filled-page.ts'

/** The words of a page as somebody reads them, without its style. */
export function wordsOf({ html }: Pick<ShownPage, 'html'>): string {
  return html
    .replace(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
}
