/** A number of people that may be told: null when it is below the least group, and for none, so that these look alike. */
export function atLeast(leastGroup: number, count: number): number | null {
  return count >= leastGroup ? count : null
}
