import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { cellsOfTables, loadSolver, realRangesOf } from '@klankbord/disclosure'
import adapter, { publish, type FamilyParams, type Person } from './reference-adapter.mjs'
import { differences } from '../../statistics/test/reference/differences.ts'

interface ReferenceCase {
  readonly case: string
  readonly topic: string
  readonly input: string
  readonly params: FamilyParams
  readonly expected: {
    readonly primary: readonly string[]
    readonly fewest_secondary: number | null
    readonly cells: readonly { readonly id: string; readonly n: number; readonly value?: number }[]
  }
  readonly tolerance: number
}

/** Made-up people, computed with R. Beside the project there may be more cases than were there when these were copied. */
const OWN = new URL('reference/data/', import.meta.url)
const BESIDE = new URL('../../../../shared/reference/stats/', import.meta.url)

/** The order of a list of cells is free; how wide a pattern was asked to be follows from its name. */
const NOT_OFFERED = new Set(['fewest_secondary', 'patterns[].suppressed', 'patterns[].required_width'])

const FOLDERS = [
  ['as they stand here', OWN, OWN],
  ['as they stand beside the project', BESIDE, new URL('data/', BESIDE)],
] as const

describe.each(FOLDERS.filter(([, folder]) => existsSync(folder)))(
  'the tables that R audited, %s',
  (_, folder, data) => {
    const suppression = casesIn(folder, 'suppression')

    it.each(suppression.map((each) => [each.case, each] as const))(
      'have the same intervals: %s',
      async (_name, each) => {
        const found = await adapter.suppression(inputOf(data, each))
        const rule = { tolerance: each.tolerance, relative: false, notOffered: NOT_OFFERED }
        expect(differences(each.expected, found, rule)).toEqual([])
        expect(found.secondary).toBeLessThanOrEqual(each.expected.fewest_secondary ?? Infinity)
        expect(found.method).toBe('exact')
      },
    )

    it.each(suppression.map((each) => [each.case, each] as const))(
      'are published with no more hidden than need be: %s',
      async (_name, each) => {
        const { cells } = await publish(inputOf(data, each))
        const hidden = new Set(cells.filter(({ value }) => value === null).map(({ id }) => id))
        expect(each.expected.primary.filter((id) => !hidden.has(id))).toEqual([])
        expect(hidden.size - each.expected.primary.length).toBeLessThanOrEqual(
          each.expected.fewest_secondary ?? Infinity,
        )
      },
    )

    it.each(suppression.map((each) => [each.case, each] as const))(
      'leave every small cell as wide as the policy asks: %s',
      async (_name, { params, expected, ...each }) => {
        const { cells } = await publish(inputOf(data, { params, expected, ...each }))
        const printed = new Map(cells.map(({ id, value }) => [id, value]))
        const known = new Map(expected.cells.map(({ id, n, value }) => [id, value ?? n]))
        const system = cellsOfTables(params, () => 0)
        const valued = system.cells.map((cell) => ({ ...cell, value: known.get(cell.id) ?? 0 }))
        const hidden = system.cells.flatMap(({ id }, cell) => (printed.get(id) === null ? [cell] : []))
        const ranges = realRangesOf(await loadSolver(), { ...system, cells: valued }, hidden)
        const widths = ranges.map(({ cell, least, most }) => ({
          id: system.cells[cell]?.id ?? '',
          width: most - least,
        }))
        const small = widths.filter(({ id }) => expected.primary.includes(id))
        expect(small).toHaveLength(expected.primary.length)
        expect(small.filter(({ width }) => width < params.threshold - 1 - 1e-6)).toEqual([])
      },
    )

    it.each(casesIn(folder, 'percent_leak').map((each) => [each.case, each] as const))(
      'have percentages that fit the same counts: %s',
      (_name, { params, expected, tolerance }) => {
        const found = adapter.percent_leak({ params: params as never })
        expect(differences(expected, found, { tolerance, relative: false, notOffered: NOT_OFFERED })).toEqual([])
      },
    )
  },
)

function casesIn(folder: URL, topic: string): readonly ReferenceCase[] {
  const text = readFileSync(new URL('expected.json', folder), 'utf8')
  return (JSON.parse(text) as { cases: ReferenceCase[] }).cases.filter((each) => each.topic === topic)
}

function inputOf(data: URL, { case: name, input, params }: ReferenceCase) {
  const file = fileURLToPath(new URL(input.slice('data/'.length), data))
  const [header = [], ...body] = readFileSync(file, 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(',').map((cell) => cell.replaceAll('"', '')))
  const rows: Person[] = body.map((row) =>
    Object.fromEntries(
      header.map((column, at) => [column, column === params.weight ? Number(row[at]) : (row[at] ?? null)]),
    ),
  )
  return { case: name, params, rows, file }
}
