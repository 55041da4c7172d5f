import { cellsOfTables, type HidingTask, type TableFamily } from '@klankbord/disclosure'
import { drawFrom, type Draw } from '../random-tables.ts'

/** A family of tables at random, with what must be hidden of it. */
export interface RandomFamily {
  readonly seed: number
  readonly people: number
  readonly threshold: number
  readonly task: HidingTask
}

/** One to three dimensions, at times two tables that share margins, at times neighbourhoods within districts. */
export function familyOf(seed: number): RandomFamily {
  const draw = drawFrom(seed)
  const shape = draw(5)
  const family = [oneWay, twoWay, threeWay, linked, nested][shape]?.(draw) ?? oneWay(draw)
  const people = draw(3) === 0 ? 8 + draw(15) : 30 + draw(300)
  const threshold = [3, 5, 10][draw(3)] ?? 5
  return { seed, people, threshold, task: taskOf(draw, family, people, Math.min(threshold, people)) }
}

function taskOf(draw: Draw, family: TableFamily, people: number, threshold: number): HidingTask {
  const rows = Array.from({ length: people }, () => personOf(draw, family))
  const { cells, relations } = cellsOfTables(family, (at) => {
    return rows.filter((row) => Object.entries(at).every(([dimension, category]) => row[dimension] === category)).length
  })
  const hidden = cells.flatMap(({ value }, cell) => (value > 0 && value < threshold ? [cell] : []))
  return {
    relations,
    hidden,
    cells: cells.map((cell) => ({ ...cell, cost: 1 })),
    shown: cells.flatMap(({ id, value }, cell) => (value === 0 || id === '*' ? [cell] : [])),
    implies: [],
    protections: hidden.map((cell) => ({ cell, span: threshold - 1 })),
  }
}

/** The lower of two draws: some categories are crowded, others nearly empty. */
function personOf(draw: Draw, { dims, hierarchy }: TableFamily): Readonly<Record<string, string>> {
  const person = Object.fromEntries(
    Object.entries(dims).map(([dimension, list]) => [
      dimension,
      list[Math.min(draw(list.length), draw(list.length))] ?? '',
    ]),
  )
  if (!hierarchy) return person
  return { ...person, [hierarchy.parent]: hierarchy.map[person[hierarchy.child] ?? ''] ?? '' }
}

function categories(name: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${name}${index + 1}`)
}

function oneWay(draw: Draw): TableFamily {
  return { dims: { a: categories('a', 2 + draw(6)) }, tables: [['a']] }
}

function twoWay(draw: Draw): TableFamily {
  return { dims: { a: categories('a', 2 + draw(5)), b: categories('b', 2 + draw(4)) }, tables: [['a', 'b']] }
}

function threeWay(draw: Draw): TableFamily {
  const dims = { a: categories('a', 2 + draw(2)), b: categories('b', 2 + draw(2)), c: categories('c', 2) }
  return { dims, tables: [['a', 'b', 'c']] }
}

function linked(draw: Draw): TableFamily {
  const dims = { a: categories('a', 2 + draw(3)), b: categories('b', 2 + draw(2)), c: categories('c', 2 + draw(2)) }
  return {
    dims,
    tables:
      draw(2) === 0
        ? [
            ['a', 'b'],
            ['a', 'c'],
          ]
        : [
            ['a', 'b'],
            ['b', 'c'],
            ['a', 'c'],
          ],
  }
}

function nested(draw: Draw): TableFamily {
  const children = categories('w', 3 + draw(3))
  const map = Object.fromEntries(children.map((child, index) => [child, index % 2 === 0 ? 'A' : 'B']))
  return {
    dims: { district: ['A', 'B'], wijk: children, b: categories('b', 2 + draw(2)) },
    tables: [
      ['district', 'b'],
      ['wijk', 'b'],
    ],
    hierarchy: { parent: 'district', child: 'wijk', map },
  }
}
