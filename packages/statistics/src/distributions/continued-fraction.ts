const TINY = 1e-300
const MOST_STEPS = 1_000_000

/**
 * b₀ + a₁/(b₁ + a₂/(b₂ + …)) by the modified method of Lentz (1976; Thompson & Barnett 1986), until a step changes
 * nothing. aₙ and bₙ are given from n = 1 on.
 */
export function continuedFraction(
  b0: number,
  numerator: (step: number) => number,
  denominator: (step: number) => number,
): number {
  let value = b0 === 0 ? TINY : b0
  let forward = value
  let backward = 0
  for (let step = 1; step < MOST_STEPS; step += 1) {
    const [a, b] = [numerator(step), denominator(step)]
    backward = 1 / awayFromZero(b + a * backward)
    forward = awayFromZero(b + a / forward)
    const change = forward * backward
    value *= change
    if (Math.abs(change - 1) <= 2.3e-16) break
  }
  return value
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}
