/**
 * What ../shared/reference/stats/run.mjs asks for: per topic a function from a case to what this package finds, by its
 * public functions only, after the build, in plain Node; and what a reader would see of a family of tables.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { loadSolver, percentLeak, solveHere } from '@klankbord/disclosure'
import { auditPattern } from './reference/audit-pattern.mjs'
import { familyOf, primariesOf, publishFamily, taskOf } from './reference/publish-family.mjs'

const solver = await loadSolver()
const solving = solveHere(solver, { seconds: 20, now: () => performance.now() })

/** Everything that a reader of these tables would see: `null` is hidden. */
export const publish = (input) => publishFamily(solver, solving, input)

export default {
  percent_leak: ({ params: { base, percent, decimals } }) => {
    const counts = percentLeak(base, percent, decimals)
    return { counts, exact: counts.length === 1 }
  },
  suppression: async ({ case: name, rows, params, file }) => {
    const system = familyOf(rows, params)
    const ids = (cells) => cells.map((cell) => system.cells[cell].id)
    const primary = primariesOf(system.cells, params, params.zero_is_primary)
    const fewest = await solving.hide(fewestOf(system, params))
    const patterns = []
    for (const published of patternsBeside(file, name)) {
      patterns.push(await auditPattern(solver, solving, system, params, primary, published))
    }
    return {
      cells: system.cells.map(({ id, at, value, weighted }) => ({ id, at, n: value, value: weighted })),
      margins: system.relations.map(({ total, parts }) => ({ total: system.cells[total].id, parts: ids(parts) })),
      primary: ids(primary),
      primary_if_zero_counts: ids(primariesOf(system.cells, params, true)),
      ...(patterns.length > 0 ? { patterns } : {}),
      /** Ours, beside what is asked for: the pattern with the fewest further cells that leaves no primary exactly known. */
      suppressed: ids(fewest.hidden),
      secondary: fewest.hidden.length - primary.length,
      method: fewest.method,
    }
  },
}

/** As the reference has it: nothing is known of a hidden cell but that it is not below 0, and no primary has one value. */
function fewestOf(system, params) {
  const task = taskOf({ ...system, cells: system.cells.map((cell) => ({ ...cell, weighted: cell.value })) }, params, 1)
  return { ...task, cells: task.cells.map((cell) => ({ ...cell, low: 0, cost: 1 })) }
}

function patternsBeside(file, name) {
  const folder = dirname(file)
  const files = readdirSync(folder).filter((each) => each.startsWith(`sdc_${name}__`))
  return files.map((each) => {
    const published = JSON.parse(readFileSync(join(folder, each), 'utf8'))
    return { pattern: published.name.slice(name.length + 1), cells: published.cells }
  })
}
