import { problem } from '@klankbord/model'
import type { Margin } from './margin.ts'

/** Combinations of categories that people have: rows of one cell keep their ratio, so that they are fitted together. */
export interface RakingCells {
  /** Per row its cell. */
  readonly cellOf: Int32Array
  /** Per cell the base weights of its rows, added up. */
  readonly weights: Float64Array
  /** Per cell what its base weights are multiplied by; 1 at first. */
  readonly factors: Float64Array
  /** Per margin, per cell: the place of its category among the targets. */
  readonly placeOf: readonly Int32Array[]
}

/** @throws Problem `marginWithoutPeople` where all of a category weigh nothing */
export function cellsOf(margins: readonly Margin[], base: Float64Array): RakingCells {
  const placesByCode = margins.map(({ targets }) => new Map(targets.map(({ code }, place) => [code, place])))
  const cells = new Map<number, number>()
  const [places, sums]: [number[][], number[]] = [margins.map(() => []), []]
  const cellOf = Int32Array.from(base, (weight, row) => {
    const own = margins.map(({ codes }, margin) => placesByCode[margin]?.get(codes[row] ?? -1) ?? 0)
    // One number for each combination: its places as digits.
    const key = own.reduce((number, place, margin) => number * (margins[margin]?.targets.length ?? 1) + place, 0)
    const cell = cells.get(key) ?? cells.size
    if (cell === cells.size) {
      cells.set(key, cell)
      sums.push(0)
      for (const [margin, place] of own.entries()) places[margin]?.push(place)
    }
    sums[cell] = (sums[cell] ?? 0) + weight
    return cell
  })
  const weights = Float64Array.from(sums)
  const placeOf = places.map((list) => Int32Array.from(list))
  for (const [margin, { variable, targets }] of margins.entries())
    for (const [place, { code }] of targets.entries())
      if (!weights.some((weight, cell) => weight > 0 && placeOf[margin]?.[cell] === place))
        throw problem('marginWithoutPeople', { variable, code })
  return { cellOf, weights, factors: new Float64Array(weights.length).fill(1), placeOf }
}
