import { realRangesOf } from '@klankbord/disclosure'

/** Two bounds that differ by less are one number. */
const NEAR = 1e-7

/** What the audit says of tables as they were published: the interval of each cell that is not printed. */
export async function auditPattern(solver, solving, { cells, relations }, params, primary, published) {
  const isWeighted = params.weight !== null
  const isPrimary = new Set(primary)
  const hiddenIds = new Set(published.cells.filter(({ value }) => value === null).map(({ id }) => id))
  const hidden = [...cells.keys()].filter((cell) => hiddenIds.has(cells[cell].id))
  const known = cells.map((cell) => ({ ...cell, value: cell.weighted, low: 0, high: Infinity }))
  const real = realRangesOf(solver, { cells: known, relations }, hidden)
  const wanted = hidden.map((cell) => ({ cell, enough: null }))
  const whole = isWeighted ? [] : await solving.ranges({ cells: known, relations, hidden, wanted })
  const found = real.map(({ cell, least, most }, at) => {
    const [lower, upper] = [tidy(least), tidy(most)]
    const width = upper - lower
    return {
      id: cells[cell].id,
      role: isPrimary.has(cell) ? 'primary' : 'secondary',
      lower,
      upper,
      width,
      exact: Math.abs(width) < NEAR,
      ...(isWeighted ? {} : { integer_lower: whole[at].least, integer_upper: whole[at].most }),
    }
  })
  const small = primary
    .map((cell) => found.find(({ id }) => id === cells[cell].id))
    .filter((each) => each !== undefined)
  const disclosed = small.filter(({ exact }) => exact).map(({ id }) => id)
  const coversAll = small.length === primary.length
  return {
    pattern: published.pattern,
    covers_all_primaries: coversAll,
    protects_every_primary: coversAll && disclosed.length === 0,
    disclosed_primaries: disclosed,
    primaries_surely_below_threshold: small.filter(({ upper }) => upper < params.threshold).map(({ id }) => id),
    cells: found,
  }
}

function tidy(value) {
  return Math.abs(value - Math.round(value)) < NEAR ? Math.round(value) : value
}
