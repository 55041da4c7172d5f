/** Durations in days are worked out where they are stored. */
export function durationsOf(): undefined {
  return undefined
}

/** The same of one. */
export function durationOf(): undefined {
  return undefined
}
