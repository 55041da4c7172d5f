import { describe, expect, it } from 'vitest'
import { takeSignInToken } from '../../src/session/sign-in-token.ts'

/** An address bar that is live, as in a browser: replacing the address changes what `location` says. */
function addressBar(address: string): { readonly window: Parameters<typeof takeSignInToken>[0]; shown(): string } {
  let url = new URL(address, 'http://localhost')
  const location = {
    get pathname() {
      return url.pathname
    },
    get search() {
      return url.search
    },
    get hash() {
      return url.hash
    },
  }
  const replaceState = (_data: unknown, _unused: string, next: string): void => {
    url = new URL(next, url)
  }
  return { window: { location, history: { replaceState } }, shown: () => url.pathname + url.search + url.hash }
}

describe('somebody who opens a link to sign in', () => {
  it.each(['/studio/sign-in#secret', '/studio/sign-in/#secret', '/studio/join#secret'])(
    'has the token taken out of %s',
    (address) => {
      const bar = addressBar(address)
      expect(takeSignInToken(bar.window)).toBe('secret')
      expect(bar.shown()).not.toContain('secret')
      expect(takeSignInToken(bar.window)).toBeNull()
    },
  )

  it('brings no token with an address without one', () => {
    expect(takeSignInToken(addressBar('/studio/sign-in').window)).toBeNull()
    expect(takeSignInToken(addressBar('/studio/sign-in#').window)).toBeNull()
  })

  it('keeps the hash of any other page', () => {
    const bar = addressBar('/studio/studies/1/design#content')
    expect(takeSignInToken(bar.window)).toBeNull()
    expect(bar.shown()).toBe('/studio/studies/1/design#content')
  })
})
