import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { documentedLine } from '../../chaos/anonymity/documented-line.ts'
import type { Passed } from '../../chaos/anonymity/watched-proxy.ts'
import { isOfRespondent } from '../../src/http/of-respondent.ts'

/** What somebody who fills in asks for, by its pattern and as an address. */
const ASKED = [
  ['/v/:wave', '/v/wmo'],
  ['/v/:wave/withdraw', '/v/wmo/withdraw'],
  ['/api/waves/:wave/questionnaire', '/api/waves/wmo/questionnaire'],
  ['/api/waves/:wave/responses/:id', '/api/waves/wmo/responses/1'],
  ['/api/entry/:study/:wave/interviews/:id', '/api/entry/1/2/interviews/3'],
  ['/:address/verder', '/wmo/verder'],
  ['/:address/resume', '/wmo/resume'],
  ['/:address/wissen', '/wmo/wissen'],
  ['/:address/withdraw', '/wmo/withdraw'],
  ['/:address/resultaten', '/wmo/resultaten'],
  // Only who comes by the page with these pictures gets them.
  ['/pictures/:name', '/pictures/house.svg'],
  ['/recordings/:name', '/recordings/house.mp3'],
] as const

const OTHERS = [
  ['/studio', '/studio'],
  ['/r/:publication', '/r/vlist'],
  ['/api/session', '/api/session'],
  ['/', '/'],
] as const

describe('of what somebody who fills in asks for', () => {
  it.each(ASKED)('nothing is written down, here or by the documented proxies: %s', (route, uri) => {
    for (const status of [200, 304, 403, 404, 422, 499]) {
      expect(isOfRespondent({ route, status })).toBe(true)
      expect(documentedLine(passed(uri, status))).toBeNull()
    }
    expect(skippedByCaddy(uri)).toBe(true)
  })

  it.each(ASKED)('there is a line where it went wrong or was held back: %s', (route, uri) => {
    for (const status of [429, 500, 503]) {
      expect(isOfRespondent({ route, status })).toBe(false)
      expect(documentedLine(passed(uri, status))).not.toBeNull()
    }
  })
})

it.each(OTHERS)('of anybody else there is a line: %s', (route, uri) => {
  expect(isOfRespondent({ route, status: 200 })).toBe(false)
  expect(documentedLine(passed(uri, 200))).not.toBeNull()
  expect(skippedByCaddy(uri)).toBe(false)
})

const passed = (uri: string, status: number): Passed => ({ method: 'GET', uri, status, size: 0, sizeUnpadded: 0 })

const CADDY = readFileSync(new URL('../../../../deploy/Caddyfile', import.meta.url), 'utf8')
const SKIPPED = /^\s*@respondents path (.*)$/m.exec(CADDY)?.[1]?.split(' ') ?? []

function skippedByCaddy(uri: string): boolean {
  return SKIPPED.some((path) => {
    if (path.startsWith('/*/')) return /^\/[^/]+\//.test(uri) && uri.endsWith(path.slice(2))
    return path.endsWith('*') ? uri.startsWith(path.slice(0, -1)) : uri === path
  })
}
