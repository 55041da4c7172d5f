/**
 * Which counts fit a printed percentage of a base: all whole `k` with |100 k / base − percent| at most half a unit of the
 * last decimal. One count gives itself away; none says that percentage and base do not belong together. Both ways of
 * rounding a half are allowed, because a reader does not know which was used.
 *
 * @example
 * percentLeak(180, 2.8, 1) // [5]
 */
export function percentLeak(base: number, percent: number, decimals: number): readonly number[] {
  const { least, most } = countsOfPercent(base, percent, decimals)
  return Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => least + index)
}

/** The same as an interval, which is empty when `most` is below `least`. */
export function countsOfPercent(
  base: number,
  percent: number,
  decimals: number,
): { readonly least: number; readonly most: number } {
  // In units of the last decimal everything is whole but for the half, so nothing is lost where a half decides.
  const unit = 10 ** decimals
  const printed = Math.round(percent * unit)
  const hundred = 200 * unit
  const least = Math.ceil(((2 * printed - 1) * base) / hundred)
  const most = Math.floor(((2 * printed + 1) * base) / hundred)
  return { least: Math.max(0, least), most: Math.min(base, most) }
}
