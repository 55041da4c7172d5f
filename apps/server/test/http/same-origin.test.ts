import { describe, expect, it } from 'vitest'
import { isSameOrigin, type OriginHeaders } from '../../src/http/same-origin.ts'

const HERE: OriginHeaders = {
  origin: undefined,
  fetchSite: undefined,
  host: '127.0.0.1:8080',
  publicUrl: 'https://meedoen.example',
}

describe('a request that changes something', () => {
  it.each([
    ['a program that is no browser', {}],
    ['a page of ours', { origin: 'http://127.0.0.1:8080', fetchSite: 'same-origin' }],
    ['a page of ours over plain http', { origin: 'http://127.0.0.1:8080' }],
    ['a page of ours that sends no referrer', { origin: 'null', fetchSite: 'same-origin' }],
    ['a page of ours behind a proxy that asks under another name', { origin: 'https://meedoen.example' }],
    ['an address that somebody typed', { fetchSite: 'none' }],
  ])('is taken from %s', (_who, headers) => {
    expect(isSameOrigin({ ...HERE, ...headers })).toBe(true)
  })

  it.each([
    ['another site', { origin: 'https://elders.example' }],
    ['another site, whatever its origin says', { origin: 'http://127.0.0.1:8080', fetchSite: 'cross-site' }],
    ['another name of the same site', { origin: 'https://forum.meedoen.example', fetchSite: 'same-site' }],
    ['another port', { origin: 'http://127.0.0.1:8081' }],
    ['the public address over plain http', { origin: 'http://meedoen.example' }],
    ['a frame that hides where it is from', { origin: 'null' }],
    ['an origin that is none', { origin: 'meedoen.example' }],
    ['a browser while the server does not know its address yet', { origin: 'https://elders.example', publicUrl: '' }],
  ])('is refused from %s', (_who, headers) => {
    expect(isSameOrigin({ ...HERE, ...headers })).toBe(false)
  })
})
