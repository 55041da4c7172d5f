import { html, Html, type Content } from './html.ts'
import type { PageContext } from './page-context.ts'

/**
 * The address of another page of the same wave, in the language that is spoken now: a link carries no form, and the
 * browser of somebody who chose Arabic may ask for Dutch.
 *
 * @param below where the page stands below the form, like `/withdraw`
 * @example pageAddress(context, '/withdraw') // '/v/hulp-2027/withdraw?lang=ar'
 */
export function pageAddress({ action, language }: PageContext, below = ''): string {
  return `${action}${below}?lang=${language}`
}

const WORD_BREAK = new Html('<wbr>')

/** An address that goes on in a next line after a point or a slash, so that somebody can copy it by hand. */
export function addressInPieces(address: string): Content {
  const pieces = address.match(/[^./]+[./]*|[./]+/g) ?? []
  return pieces.map((piece, place) => html`${place > 0 && WORD_BREAK}${piece}`)
}
