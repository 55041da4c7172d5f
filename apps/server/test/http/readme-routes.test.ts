import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ALL_ROUTES } from '../../src/routes/all-routes.ts'

const README = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')

describe('the README of the server', () => {
  it('has a row for every route, and for no other, and says who may use each', () => {
    const rows = [...README.matchAll(/^\| `([A-Z]+ \/\S*)` \| (?:(staff|monitor):)?/gm)]
    const written = rows.map(([, route, role]) => [route, role ?? 'public'])
    expect(written).toEqual(ALL_ROUTES.map(({ method, path, role }) => [`${method} ${path}`, role]))
  })
})
