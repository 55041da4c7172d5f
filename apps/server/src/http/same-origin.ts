/** The headers by which a browser says which site made a request. */
export interface OriginHeaders {
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  readonly host: string | undefined
  /** Where browsers reach this server, when a proxy asks it under another name. */
  readonly publicUrl: string
}

/**
 * Whether a request comes from a page of this server, as far as the browser says. Over plain http a browser
 * leaves out Sec-Fetch-Site; a page that sends no referrer gives "null" as its origin. A program that is no
 * browser sends neither header and no cookie by itself, so it has nothing to abuse.
 *
 * @example isSameOrigin({ origin: 'https://else.example', fetchSite: undefined, host: 'here.example',
 *   publicUrl: 'https://here.example' }) // false
 */
export function isSameOrigin({ origin, fetchSite, host, publicUrl }: OriginHeaders): boolean {
  if (fetchSite !== undefined) return fetchSite === 'same-origin' || fetchSite === 'none'
  if (origin === undefined) return true
  return URL.canParse(origin) && (new URL(origin).host === host || new URL(origin).origin === originOf(publicUrl))
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null
}
