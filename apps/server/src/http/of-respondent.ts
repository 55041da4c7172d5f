/** What is known of a request when it was answered. */
export interface Answered {
  /** Pattern of its route, "/v/:wave". */
  readonly route: string
  readonly status: number
}

const OF_RESPONDENTS = /^\/(?:v|api\/waves|api\/entry|pictures|recordings|:address)\//

/**
 * Whether a request belongs to somebody who fills in or withdraws, or for whom staff enter answers. A line or a count for each, with its moment or only in
 * its order, says who answered when and how many pages they came by: which way somebody took through the questionnaire,
 * and with that which answers are theirs. So does a picture, or a recording: only who comes by its page asks for it. So of these nothing is
 * written down one by one. The proxies of the folder `deploy` leave out the same.
 *
 * What goes wrong with us (500 and up) or is held back (429) is: nothing is stored then.
 *
 * @example isOfRespondent({ route: '/v/:wave', status: 200 }) // true
 */
export function isOfRespondent({ route, status }: Answered): boolean {
  return OF_RESPONDENTS.test(route) && status < 500 && status !== 429
}
