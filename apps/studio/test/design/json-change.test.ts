import { describe, expect, it } from 'vitest'
import { changedJson } from '../../src/design/json-change.ts'

const ON_LINES = `{
  "title": "Zorg",
  "pages": [
    { "name": "one" },
    { "name": "two" }
  ]
}
`

describe('a researcher who changes a definition by a form', () => {
  it('finds everything else as it was written', () => {
    expect(changedJson(ON_LINES, '/title', 'Hulp')).toBe(ON_LINES.replace('Zorg', 'Hulp'))
    expect(changedJson('{ "a" : 1,"b":2 }', '/a', 3)).toBe('{ "a" : 3,"b":2 }')
  })

  it('finds what is new on a line of its own, where others have one', () => {
    expect(changedJson(ON_LINES, '/contactAgain', true)).toBe(
      ON_LINES.replace('  ]\n}', '  ],\n  "contactAgain": true\n}'),
    )
    expect(changedJson(ON_LINES, '/pages/0', { name: 'first' })).toBe(
      ON_LINES.replace('    { "name": "one" }', '    {\n      "name": "first"\n    },\n    { "name": "one" }'),
    )
    expect(changedJson('{"title":"Zorg"}', '/locale', 'nl')).toBe('{"title":"Zorg", "locale": "nl"}')
    expect(changedJson('{}', '/locale', 'nl')).toBe('{\n  "locale": "nl"\n}')
  })

  it('finds no comma left of what went', () => {
    expect(changedJson(ON_LINES, '/pages/1', undefined)).toBe(
      ON_LINES.replace('{ "name": "one" },\n    { "name": "two" }', '{ "name": "one" }'),
    )
    expect(changedJson(ON_LINES, '/title', undefined)).toBe(ON_LINES.replace('"title": "Zorg",\n  ', ''))
    expect(changedJson('{"a":[1]}', '/a/0', undefined)).toBe('{"a":[]}')
  })

  it('changes nothing where there is nothing', () => {
    expect(changedJson(ON_LINES, '/nowhere/title', 'x')).toBe(ON_LINES)
    expect(changedJson(ON_LINES, '/nowhere', undefined)).toBe(ON_LINES)
    expect(changedJson('{ "title": ', '/title/nl', 'x')).toBe('{ "title": ')
  })
})
