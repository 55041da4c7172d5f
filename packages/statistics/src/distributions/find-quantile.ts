const MOST_STEPS = 400

/** What lies below a value or above it, and the density there. */
export interface SideAt {
  readonly side: number
  readonly density: number
}

/** Which side of a distribution is known, and how much of it is wanted. */
export interface WantedSide {
  readonly from: 'below' | 'above'
  readonly wanted: number
}

/**
 * The value above 0 at which a side of a distribution is `wanted`: Newton's method on the logarithm of the side, by the
 * logarithm of the value, kept between two values that are known to lie on either side of it. As exact as the side.
 */
export function findQuantile(
  { from, wanted }: WantedSide,
  sideAt: (value: number) => SideAt,
  start: number,
  most: number = Infinity,
): number {
  let low = 0
  let high = most
  let value = start
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { side, density } = sideAt(value)
    if (side === wanted) break
    if (side < wanted === (from === 'below')) low = value
    else high = value
    const change = Math.log(wanted / side) * (side / (density * value))
    const next = nextValue(value, from === 'below' ? change : -change, low, high)
    if (Math.abs(next - value) <= 1.2e-16 * value || next === low || next === high) return next
    value = next
  }
  return value
}

function nextValue(value: number, change: number, low: number, high: number): number {
  const next = value * Math.exp(Math.max(-40, Math.min(40, change)))
  if (next > low && next < high) return next
  if (high === Infinity) return value * 16
  return low === 0 ? Math.min(value, high) / 16 : Math.sqrt(low) * Math.sqrt(high)
}
