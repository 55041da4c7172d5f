/** Values that rows have, numbered from 0 in the order in which they are first met. */
export interface Places {
  readonly count: number
  /** Per row the number of its value. */
  readonly placeOf: Int32Array
}

/** Numbers the strata, categories or combinations that rows fall in. */
export function placesOf(values: ArrayLike<number>): Places {
  const places = new Map<number, number>()
  const placeOf = Int32Array.from({ length: values.length }, (_, row) => {
    const value = values[row] ?? 0
    const place = places.get(value) ?? places.size
    places.set(value, place)
    return place
  })
  return { count: places.size, placeOf }
}

/** What rows of each place add up to. */
export function sumsByPlace({ count, placeOf }: Places, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(count)
  for (const [row, place] of placeOf.entries()) sums[place] = (sums[place] ?? 0) + (values[row] ?? 0)
  return sums
}
