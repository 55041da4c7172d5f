/** The first whole number from `low` to `high` that holds, by halving, given that all after it do. */
export function firstOf(low: number, high: number, holds: (value: number) => boolean): number {
  let below = low
  let above = high
  while (below < above) {
    const middle = Math.floor((below + above) / 2)
    if (holds(middle)) above = middle
    else below = middle + 1
  }
  return below
}
