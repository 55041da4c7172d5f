import { isDeepStrictEqual } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import type { Json } from '@klankbord/model'
import { compile, type Compiled } from '@klankbord/questionnaire'
import { everything } from '../definitions/everything.ts'
import { mutated, mutations } from '../definitions/mutations.ts'
import { wmo } from '../definitions/wmo.ts'
import { lastYear } from '../version/last-year.ts'

/** 100,000 in the full tier. */
const MUTATIONS = 5000
const MOST_MILLISECONDS = 100
/** Fifteen seconds on a computer that has nothing else to do. */
const PATIENCE = 180_000 * inject('sampleFactor')
/** Of what is kept of one definition, in characters of JSON. */
const MOST_CHARACTERS = 2_000_000

/** The result, and how long it took of this process: the least of a few times when the computer had more to do. */
function timed(definition: unknown): { readonly result: Compiled; readonly milliseconds: number } {
  let milliseconds = Number.POSITIVE_INFINITY
  for (let attempt = 0; ; attempt += 1) {
    const [started, used] = [performance.now(), process.cpuUsage()]
    const result = compile(definition)
    const { user, system } = process.cpuUsage(used)
    milliseconds = Math.min(milliseconds, performance.now() - started, (user + system) / 1000)
    if (milliseconds < MOST_MILLISECONDS || attempt === 3) return { result, milliseconds }
  }
}

/** The same value with the keys of every object in another order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) === Date.prototype) return value
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value).toReversed())
    Object.defineProperty(copy, key, {
      value: reversed((value as Record<string, unknown>)[key]),
      enumerable: true,
      configurable: true,
      writable: true,
    })
  return copy
}

/** What is in use after everything that can be let go of was let go of, in MB. */
function heldMegabytes(): number {
  setFlagsFromString('--expose_gc')
  const collect = runInNewContext('gc') as () => void
  collect()
  return process.memoryUsage().heapUsed / 1_000_000
}

describe('a definition to which anything was done', () => {
  it('is compiled completely or not at all, in time, and never thrown at', { timeout: PATIENCE }, () => {
    const tally = { all: 0, compiled: 0, worst: 0, held: Number.NaN }
    fc.assert(
      fc.property(fc.constantFrom<Json>(wmo, everything, lastYear), mutations, (definition, done) => {
        const hostile = mutated(definition, done)
        const { result, milliseconds } = timed(hostile)
        const { questionnaire, findings } = result
        tally.all += 1
        tally.worst = Math.max(tally.worst, milliseconds)
        if (questionnaire) tally.compiled += 1
        if (tally.all === MUTATIONS / 10) tally.held = heldMegabytes()
        expect(milliseconds).toBeLessThan(MOST_MILLISECONDS)
        expect(questionnaire === null).toBe(findings.some(({ severity }) => severity === 'block'))
        const text = JSON.stringify(result)
        expect(text.length).toBeLessThan(MOST_CHARACTERS)
        expect(isDeepStrictEqual(JSON.parse(text), result)).toBe(true)
        expect(Math.max(0, ...findings.map(({ message }) => message.length))).toBeLessThan(1000)
        expect(questionnaire === null || compile(reversed(hostile)).questionnaire?.hash === questionnaire.hash).toBe(
          true,
        )
      }),
      { seed: 20260504, numRuns: MUTATIONS * inject('sampleFactor'), endOnFailure: true },
    )
    expect(tally.compiled).toBeGreaterThan(MUTATIONS / 50)
    expect(heldMegabytes() - tally.held).toBeLessThan(30)
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
