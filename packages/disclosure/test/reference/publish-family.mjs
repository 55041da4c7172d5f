import { cellsOfTables, realRangesOf } from '@klankbord/disclosure'

/** Marks people whose category of a dimension is not known, or not one that is published. */
const UNKNOWN = '\u0000unknown'
/** Hiding a cell that no reader was promised is no better: a reader may take it that nobody is missing. */
const UNPUBLISHED = 1000
/** Cells first; then, among as few cells, those with the smaller counts. */
const PER_CELL = 10_000

/**
 * The cells of a family of tables, counted from rows. Where people have no published category, these stand together in one
 * category more: it is never shown, but a reader may well know how many they are, so it takes part in every sum.
 */
export function familyOf(rows, params) {
  const used = [...new Set([...params.tables.flat(), ...hierarchyDims(params)])]
  const people = nestedPeople(
    rows.map((row) => ({ at: categoriesOf(row, used, params), weight: weightOf(row, params) })),
    params,
  )
  const dims = Object.fromEntries(
    used.map((dimension) => [dimension, [...params.dims[dimension].map(String), ...unknownsOf(people, dimension)]]),
  )
  const { counts, weights } = totalsOf(people, params)
  const family = { dims, tables: params.tables, hierarchy: hierarchyOf(params, dims) }
  const system = cellsOfTables(family, (at) => counts.get(keyOf(at)) ?? 0)
  return {
    ...system,
    cells: system.cells.map((cell) => ({
      ...cell,
      weighted: params.weight === null ? cell.value : (weights.get(keyOf(cell.at)) ?? 0),
      isPublished: !Object.values(cell.at).some((category) => category.startsWith(UNKNOWN)),
    })),
  }
}

/** What a reader would see: the cells with what is printed of each. */
export async function publishFamily(solver, solving, { rows, params }) {
  const system = familyOf(rows, params)
  const task = taskOf(system, params)
  const hidden = await protecting(solving, task, params)
  const isHidden = new Set(givesAway(solver, system, task, hidden) ? everythingOf(task) : hidden)
  return {
    dims: params.dims,
    tables: params.tables,
    threshold: params.threshold,
    weighted: params.weight !== null,
    cells: system.cells.flatMap(({ id, at, weighted, isPublished }, cell) =>
      isPublished ? [{ id, at, value: isHidden.has(cell) ? null : weighted }] : [],
    ),
  }
}

/** The small cells by counts, zeros too where these count as small. */
export function primariesOf(cells, { threshold }, isZeroSmall) {
  return cells.flatMap(({ value }, cell) => (value < threshold && (value > 0 || isZeroSmall) ? [cell] : []))
}

/**
 * Which cells may be hidden, and how wide the interval of a small one must be: what is known of a hidden cell is that it is
 * not below 0. Weights count for no more than they are: what a cell can give is what its sum of weights can, in people of
 * average weight.
 */
export function taskOf({ cells, relations }, params, span = Math.max(1, params.threshold - 1)) {
  const hidden = primariesOf(cells, params, params.zero_is_primary)
  const small = new Set(hidden)
  const people = Math.max(...cells.map(({ value }) => value))
  const unit = people === 0 ? 1 : Math.max(...cells.map(({ weighted }) => weighted)) / people || 1
  return {
    relations,
    hidden,
    implies: [],
    shown: cells.flatMap(({ id, value }, cell) => (!small.has(cell) && (id === '*' || value === 0) ? [cell] : [])),
    protections: hidden.map((cell) => ({ cell, span })),
    cells: cells.map((cell) => {
      const room = params.weight === null ? cell.value : Math.min(cell.value, Math.floor(cell.weighted / unit))
      const price = PER_CELL + Math.round(10 * cell.cost)
      return { ...cell, low: cell.value - Math.max(0, room), cost: cell.isPublished ? price : price * UNPUBLISHED }
    }),
  }
}

/** What a reader knows who saw that zeros are printed: a hidden cell is at least 1, and a small one one of one value less. */
function forKnowing(task, { threshold }) {
  const span = Math.max(1, threshold - 2)
  return {
    ...task,
    cells: task.cells.map((cell) => ({ ...cell, low: Math.max(cell.low, Math.min(1, cell.value)) })),
    protections: task.protections.map(({ cell }) => ({ cell, span })),
  }
}

/** Protects against readers who know that zeros are printed, and against those who do not. More hidden protects from both. */
async function protecting(solving, task, params) {
  const { hidden } = await solving.hide(task)
  if (params.zero_is_primary) return hidden
  const knowing = forKnowing(task, params)
  if (await isProtected(solving, knowing, hidden)) return hidden
  const { hidden: more } = await solving.hide(knowing)
  return (await isProtected(solving, task, more)) ? more : [...new Set([...hidden, ...more])]
}

async function isProtected(solving, { cells, relations, protections }, hidden) {
  const wanted = protections.map(({ cell, span }) => ({ cell, enough: span }))
  const ranges = await solving.ranges({ cells, relations, hidden, wanted })
  return ranges.every(({ least, most }, at) => most - least >= protections[at].span)
}

/** Whether the printed sums of weights tell a small cell after all. */
function givesAway(solver, { cells, relations }, task, hidden) {
  const weighted = cells.map((cell) => ({ ...cell, value: cell.weighted, low: 0, high: Infinity }))
  const ranges = realRangesOf(solver, { cells: weighted, relations }, hidden)
  const small = new Set(task.hidden)
  return ranges.some(({ cell, least, most }) => small.has(cell) && most - least < 1e-6 * Math.max(1, Math.abs(most)))
}

function everythingOf({ cells, shown }) {
  const kept = new Set(shown)
  return [...cells.keys()].filter((cell) => !kept.has(cell))
}

function hierarchyDims({ hierarchy }) {
  return hierarchy ? [hierarchy.parent, hierarchy.child] : []
}

function categoriesOf(row, used, { dims }) {
  return Object.fromEntries(
    used.map((dimension) => {
      const category = row[dimension] === null || row[dimension] === undefined ? UNKNOWN : String(row[dimension])
      return [dimension, dims[dimension].some((each) => String(each) === category) ? category : UNKNOWN]
    }),
  )
}

function weightOf(row, { weight }) {
  const value = weight === null ? 1 : Number(row[weight] ?? 0)
  return Number.isFinite(value) ? value : 0
}

/**
 * A child says what its parent is. People of a parent whose child is not known are one more child of it, so that every
 * parent is the sum of its children.
 */
function nestedPeople(people, { hierarchy }) {
  if (!hierarchy) return people
  const { parent, child, map } = hierarchy
  return people.map(({ at, weight }) => {
    const whole = map[at[child]] ?? at[parent]
    const part = at[child] === UNKNOWN && whole !== UNKNOWN ? `${UNKNOWN}${whole}` : at[child]
    return { at: { ...at, [parent]: whole, [child]: part }, weight }
  })
}

function unknownsOf(people, dimension) {
  return [...new Set(people.map(({ at }) => at[dimension]))].filter((category) => category.startsWith(UNKNOWN))
}

function hierarchyOf({ hierarchy }, dims) {
  if (!hierarchy) return null
  const unknown = dims[hierarchy.child].filter((category) => category.startsWith(UNKNOWN) && category !== UNKNOWN)
  const wholes = unknown.map((category) => [category, category.slice(UNKNOWN.length)])
  return { ...hierarchy, map: { ...hierarchy.map, ...Object.fromEntries(wholes) } }
}

function totalsOf(people, { tables }) {
  const [counts, weights] = [new Map(), new Map()]
  const bys = new Map(tables.flatMap(subsets).map((by) => [by.toSorted().join('\u0000'), by]))
  for (const by of bys.values()) {
    for (const { at, weight } of people) {
      const key = keyOf(Object.fromEntries(by.map((dimension) => [dimension, at[dimension]])))
      counts.set(key, (counts.get(key) ?? 0) + 1)
      weights.set(key, (weights.get(key) ?? 0) + weight)
    }
  }
  return { counts, weights }
}

function keyOf(at) {
  return JSON.stringify(Object.entries(at).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

function subsets(list) {
  return list.reduce((all, item) => [...all, ...all.map((some) => [...some, item])], [[]])
}
