import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rangeOf, reroute, type Arc } from '../src/audit/flow-network.ts'

const open = { low: 0, high: Infinity }

describe('the network of a table', () => {
  // Two rows and two columns, all four cells hidden, all sums known: a = 3, b = 7, c = 5, d = 2.
  const arcs: readonly Arc[] = [
    { from: 'r1', to: 'c1', flow: 3, ...open },
    { from: 'r1', to: 'c2', flow: 7, ...open },
    { from: 'r2', to: 'c1', flow: 5, ...open },
    { from: 'r2', to: 'c2', flow: 2, ...open },
  ]

  it('finds the least and the most of a cell, as worked out by hand', () => {
    expect(rangeOf(arcs, 0)).toEqual({ least: 1, most: 8 })
    expect(rangeOf(arcs, 3)).toEqual({ least: 0, most: 7 })
  })
  it('keeps to the bounds of every cell on the way', () => {
    const tight = arcs.map((arc, index) => (index === 1 ? { ...arc, low: 6 } : arc))
    expect(rangeOf(tight, 0)).toEqual({ least: 1, most: 4 })
  })
  it('cannot move a lone hidden cell', () => {
    expect(rangeOf(arcs.slice(0, 1), 0)).toEqual({ least: 3, most: 3 })
  })
  it('follows other column sums where it can, and says where it cannot', () => {
    const moved = reroute(
      arcs,
      new Map([
        ['c1', 2],
        ['c2', -2],
      ]),
    )
    expect(moved && (moved[0]?.flow ?? 0) + (moved[2]?.flow ?? 0)).toBe(10)
    expect(
      reroute(
        arcs,
        new Map([
          ['c1', 10],
          ['c2', -10],
        ]),
      ),
    ).toBeNull()
  })
})

interface Cell {
  readonly id: string
  readonly at: Readonly<Record<string, string>>
  readonly n: number
}

interface ReferenceCase {
  readonly case: string
  readonly topic: string
  readonly params: {
    readonly weight: string | null
    readonly dims: Readonly<Record<string, readonly string[]>>
    readonly tables: readonly (readonly string[])[]
  }
  readonly expected: {
    readonly cells: readonly Cell[]
    readonly patterns: readonly {
      readonly pattern: string
      readonly suppressed: readonly string[]
      readonly cells: readonly { readonly id: string; readonly integer_lower: number; readonly integer_upper: number }[]
    }[]
  }
}

const file = new URL('../../../../shared/reference/stats/expected.json', import.meta.url)
const present = existsSync(file)
const cases: readonly ReferenceCase[] = present ? JSON.parse(readFileSync(file, 'utf8')).cases : []

/** Hidden cells as arcs: a row's sum comes from the grand total, a column's goes back to it. */
function arcsOf(
  { params, expected }: ReferenceCase,
  suppressed: readonly string[],
): readonly (Arc & { readonly id: string })[] {
  const [rowName, columnName] = params.tables[0] ?? []
  return expected.cells.flatMap(({ id, at, n }) => {
    if (!suppressed.includes(id)) return []
    const row = rowName !== undefined && at[rowName] !== undefined ? `row ${at[rowName]}` : 'all'
    const column = columnName !== undefined && at[columnName] !== undefined ? `column ${at[columnName]}` : 'all'
    const oneWay = columnName === undefined
    return [{ id, from: oneWay ? 'all' : row, to: oneWay ? 'everybody' : column, flow: n, ...open }].map((arc) =>
      !oneWay && row !== 'all' && column === 'all' ? { ...arc, from: 'all', to: row } : arc,
    )
  })
}

describe.skipIf(!present)('the reference patterns of suppression', () => {
  const flat = cases.filter(
    ({ topic, params }) =>
      topic === 'suppression' &&
      params.weight === null &&
      params.tables.length === 1 &&
      (params.tables[0]?.length ?? 3) <= 2,
  )

  it('have the same whole-number intervals, in every table of counts with one or two ways', () => {
    const compared = flat.flatMap((entry) =>
      entry.expected.patterns.flatMap(({ suppressed, cells }) => {
        const arcs = arcsOf(entry, suppressed)
        return cells.map((cell) => {
          const range = rangeOf(
            arcs,
            arcs.findIndex(({ id }) => id === cell.id),
          )
          return {
            entry: entry.case,
            cell: cell.id,
            same: range.least === cell.integer_lower && range.most === cell.integer_upper,
          }
        })
      }),
    )
    expect(flat.length).toBe(6)
    expect(compared.length).toBeGreaterThan(40)
    expect(compared.filter(({ same }) => !same)).toEqual([])
  })
})
