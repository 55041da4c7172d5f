/** Where a token comes in, as `window.location` and `window.history`. */
interface AddressBar {
  readonly location: { readonly pathname: string; readonly search: string; readonly hash: string }
  readonly history: { replaceState(data: unknown, unused: string, url: string): void }
}

/**
 * Takes the token of a one-time link or an invitation out of the address bar, so that it stands neither on the screen nor in the
 * history of the browser.
 *
 * @returns the token, or null when the address has none
 */
export function takeSignInToken({ location, history }: AddressBar): string | null {
  const token = location.hash.slice(1)
  if (!/\/(?:sign-in|join)\/?$/.test(location.pathname) || token === '') return null
  // The location is live: from here on it has no hash any more.
  history.replaceState(null, '', location.pathname + location.search)
  return token
}
