import { finding, pointer, type Finding } from '../finding.ts'

/**
 * What somebody counted on the street, in a waiting room or beside a kiosk, on one day. Null: not counted, as where people
 * walk up to a screen by themselves.
 */
export interface PlaceCount {
  readonly place: string
  /** ISO date. */
  readonly on: string
  /** People who were asked. The same person may be asked twice, so these are no population. */
  readonly approached: number | null
  readonly refused: number | null
  readonly started: number
  readonly finished: number
}

/** Counts added up. Something that was not counted everywhere has no sum. */
export interface PlaceTotals {
  readonly approached: number | null
  readonly refused: number | null
  readonly started: number
  readonly finished: number
}

/**
 * How fieldwork without a list went: by place and by day, added up. There is no response rate in it and none can be made
 * of it, because nobody knows who could have been asked, nor who was asked twice.
 */
export interface PlaceSummary {
  readonly total: PlaceTotals
  readonly places: readonly ({ readonly place: string } & PlaceTotals)[]
  readonly days: readonly ({ readonly on: string } & PlaceTotals)[]
  /** Counts that cannot be so; they are added up all the same. */
  readonly findings: readonly Finding<'placeCountImpossible'>[]
}

/** Adds up what was counted. Two lists of one place and day are two people counting, and both count. */
export function summarizePlaces(counts: readonly PlaceCount[]): PlaceSummary {
  return {
    total: sumOf(counts),
    places: groupsOf(counts, ({ place }) => place).map(([place, group]) => ({ place, ...sumOf(group) })),
    days: groupsOf(counts, ({ on }) => on).map(([on, group]) => ({ on, ...sumOf(group) })),
    findings: counts.flatMap((count, index) => impossibleIn(count, pointer('', index))),
  }
}

function impossibleIn(count: PlaceCount, path: string): readonly Finding<'placeCountImpossible'>[] {
  const { place, on, approached, refused, started, finished } = count
  const wrong = (part: string): Finding<'placeCountImpossible'> =>
    finding('placeCountImpossible', pointer(path, part), { place, on, part }, { severity: 'hint' })
  const numbers = { approached, refused, started, finished }
  const notCounts = Object.entries(numbers).filter(([, value]) => value !== null && !isCount(value))
  if (notCounts.length > 0) return notCounts.map(([part]) => wrong(part))
  return [
    ...(finished > started ? [wrong('finished')] : []),
    ...(approached !== null && (refused ?? 0) + started > approached ? [wrong('approached')] : []),
  ]
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

function sumOf(counts: readonly PlaceCount[]): PlaceTotals {
  const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)
  const sumIfCounted = (values: readonly (number | null)[]): number | null => {
    const counted = values.filter((value) => value !== null)
    return counted.length === values.length && values.length > 0 ? sum(counted) : null
  }
  return {
    approached: sumIfCounted(counts.map(({ approached }) => approached)),
    refused: sumIfCounted(counts.map(({ refused }) => refused)),
    started: sum(counts.map(({ started }) => started)),
    finished: sum(counts.map(({ finished }) => finished)),
  }
}

function groupsOf(
  counts: readonly PlaceCount[],
  keyOf: (count: PlaceCount) => string,
): readonly (readonly [string, readonly PlaceCount[]])[] {
  const keys = [...new Set(counts.map(keyOf))].toSorted()
  return keys.map((key) => [key, counts.filter((count) => keyOf(count) === key)])
}
