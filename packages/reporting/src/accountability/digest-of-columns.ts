import type { Column } from '@klankbord/model'

/** A digest that only who has its key can make, as 64 hexadecimal digits. */
export type KeyedDigest = (text: string) => string

/** A column with a small number for everything that stands in it, in an order that its content alone decides. */
interface CountedColumn {
  readonly values: readonly string[]
  /** Per row a place in `values`. */
  readonly places: Uint32Array
}

/**
 * Digests what stands in columns side by side, person by person but whatever the order of people: the same people give
 * the same digest, also after their rows were shuffled. Each column is read once, however often it is asked for.
 *
 * @example digestOfColumns(keyed, 190)([quick, district]) // 64 hexadecimal digits
 */
export function digestOfColumns(keyed: KeyedDigest, rows: number): (columns: readonly Column[]) => string {
  const known = new Map<Column, CountedColumn>()
  const counted = (column: Column): CountedColumn => {
    const before = known.get(column)
    if (before !== undefined) return before
    const made = countedColumn(column, rows)
    known.set(column, made)
    return made
  }
  return (columns) => keyed(JSON.stringify(combinations(columns.map(counted), rows)))
}

/** How often each combination of values occurs, in a fixed order. */
function combinations(columns: readonly CountedColumn[], rows: number): readonly (readonly (string | number)[])[] {
  const counts = new Map<number, number>()
  for (let row = 0; row < rows; row += 1) {
    let key = 0
    for (const { values, places } of columns) key = key * values.length + (places[row] ?? 0)
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([key, count]) => {
      const names: string[] = []
      let left = key
      for (const { values } of columns.toReversed()) {
        names.unshift(values[left % values.length] ?? '')
        left = Math.floor(left / values.length)
      }
      return [...names, count]
    })
}

function countedColumn(column: Column, rows: number): CountedColumn {
  const read = readerOf(column)
  const found = new Map<string | number, number>()
  const places = new Uint32Array(rows)
  for (let row = 0; row < rows; row += 1) {
    const value = read(row)
    const place = found.get(value) ?? found.size
    if (place === found.size) found.set(value, place)
    places[row] = place
  }
  const texts = [...found.keys()].map(String)
  const values = texts.toSorted()
  const sorted = new Map(values.map((value, place) => [value, place]))
  const order = texts.map((text) => sorted.get(text) ?? 0)
  return { values, places: places.map((place) => order[place] ?? 0) }
}

/** What stands in a row, as something that tells it from everything else that can stand there. */
function readerOf(column: Column): (row: number) => string | number {
  if (column.type === 'single') return (row) => column.codes[row] ?? 0
  if (column.type === 'multiple') {
    const { bits, words } = column
    if (words === 1) return (row) => bits[row] ?? 0
    return (row) => bits.subarray(row * words, (row + 1) * words).join(' ')
  }
  if (column.type === 'text') return (row) => column.states[row] ?? 0
  return (row) => `${column.states[row] ?? 0} ${column.values[row] ?? 0}`
}
