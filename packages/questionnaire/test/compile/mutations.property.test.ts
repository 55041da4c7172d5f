import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import type { Json } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import { everything } from '../definitions/everything.ts'
import { wmo } from '../definitions/wmo.ts'

/** Every place in a value, as the keys that lead to it. */
function placesIn(value: Json, place: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== 'object' || value === null) return [place]
  const inner = Array.isArray(value)
    ? value.flatMap((item, index) => placesIn(item as Json, [...place, index]))
    : Object.entries(value).flatMap(([key, item]) => placesIn(item ?? null, [...place, key]))
  return [place, ...inner]
}

/** The value with one place in it replaced. */
function replaced(value: Json, [key, ...rest]: readonly (string | number)[], by: unknown): unknown {
  if (key === undefined) return by
  if (Array.isArray(value)) return value.map((item, index) => (index === key ? replaced(item as Json, rest, by) : item))
  const entries = Object.entries(value as Record<string, Json>)
  return Object.fromEntries(entries.map(([name, item]) => [name, name === key ? replaced(item, rest, by) : item]))
}

const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(
    undefined,
    null,
    '',
    -1,
    1e308,
    [],
    {},
    [null],
    [[[]]],
    '__proto__',
    'constructor',
    JSON.parse('{"__proto__": {"a": 1}}'),
    JSON.parse('{"constructor": 1, "toString": 2, "hasOwnProperty": 3}'),
    '{has_support',
    '{has_support} = ',
    '{x.y[0].z} anyof [',
    "{kinds} contains '",
    `${'('.repeat(500)}{quick} = 1${')'.repeat(500)}`,
    '!'.repeat(1900),
    Array.from({ length: 250 }, () => '{quick} = 1').join(' and '),
    '\uD800',
    '\u0000',
    'x'.repeat(10_000),
    Array.from({ length: 2000 }, (_, index) => index),
    Symbol('x'),
    () => 1,
    10n,
    new Date(0),
    Number.NaN,
  ),
)

describe('a definition that was damaged in one place', () => {
  it('is compiled completely or not at all, never thrown at', () => {
    const places = [wmo, everything].flatMap((definition) =>
      placesIn(definition).map((place) => [definition, place] as const),
    )
    fc.assert(
      fc.property(fc.constantFrom(...places), hostile, ([definition, place], value) => {
        const { questionnaire, findings } = compile(replaced(definition, place, value))
        expect(questionnaire === null).toBe(findings.some((found) => found.severity === 'block'))
        expect(JSON.parse(JSON.stringify(questionnaire))).toEqual(questionnaire)
        for (const found of findings) expect(found.message.length).toBeLessThan(600)
      }),
      { seed: 20260504, numRuns: 600 * inject('sampleFactor') },
    )
  })

  it('is read within the time of a request, however large or deep it was made', () => {
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as Json
    const cyclic: Record<string, unknown> = { title: 'x' }
    cyclic['pages'] = [cyclic]
    const throwing = {
      get title(): string {
        throw new Error('no')
      },
    }
    const many = Array.from({ length: 100_000 }, (_, index) => ({ type: 'x', name: `Q ${index}` }))
    const sparse = { title: 'x', pages: Array.from({ length: 1 }) }
    sparse.pages.length = 4_000_000_000
    const condition = Array.from({ length: 150 }, (_, index) => `{zz${index}} = 1`).join(' or ')
    const costly = {
      title: 'x',
      pages: [
        {
          name: 'p',
          elements: Array.from({ length: 490 }, (_, index) => ({
            type: 'comment',
            name: `q${index}`,
            title: 'x',
            visibleIf: condition,
            requiredIf: condition,
          })),
        },
      ],
    }
    for (const definition of [
      costly,
      { title: 'x', pages: Array.from({ length: 501 }, (_, index) => ({ name: `p${index}` })) },
      { title: 'x', pages: [{ name: 'p', elements: many.slice(0, 501) }] },
      deep,
      { title: deep },
      cyclic,
      throwing,
      { title: 'x', pages: [{ name: 'p', elements: many }] },
      sparse,
    ]) {
      const { questionnaire, findings } = compile(definition)
      expect(questionnaire).toBeNull()
      expect(findings.length).toBeLessThan(400)
    }
  })

  it('leaves no trace on any prototype', () => {
    compile(JSON.parse('{"__proto__": {"polluted": 1}, "pages": [{"__proto__": {"polluted": 1}}]}'))
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
