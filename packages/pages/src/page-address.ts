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

/** A page of a wave that people come to by an address that is said or typed. */
export type SpokenPage = 'resume' | 'withdraw' | 'results'

/** What stands behind the short address, in Dutch and for whoever speaks another language. */
export const SPOKEN_PAGES: Readonly<Record<SpokenPage, { readonly nl: string; readonly en: string }>> = {
  resume: { nl: 'verder', en: 'resume' },
  withdraw: { nl: 'wissen', en: 'withdraw' },
  results: { nl: 'resultaten', en: 'results' },
}

/**
 * The address of a page as people say it on the telephone and write it down, without scheme.
 *
 * @example spokenAddress(context, 'resume') // 'vragen.example/maasdal-wmo/verder'
 */
export function spokenAddress(
  { front, origin = '', wave, language }: PageContext,
  page: Exclude<SpokenPage, 'results'>,
): string {
  const { nl, en } = SPOKEN_PAGES[page]
  // Where the server has the first word itself, there is no short address.
  if (front === undefined || front.includes('/v/')) return `${origin.replace(/^https?:\/\//, '')}/v/${wave}/${en}`
  return `${front}/${language === 'nl' ? nl : en}`
}

const WORD_BREAK = new Html('<wbr>')

/**
 * An address that goes on in a next line nowhere but after a point or a slash, so that somebody can copy it by hand: a
 * hyphen at the end of a line may be ours, and is typed then.
 */
export function addressInPieces(address: string): Content {
  // No looking behind: older browsers that load this read no more of the script.
  const pieces = address.match(/[^./]+[./]*|[./]+/g) ?? []
  return pieces.map((piece, place) => html`${place > 0 && WORD_BREAK}<span class="whole">${piece}</span>`)
}
