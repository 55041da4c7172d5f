import type { ReleasedGroup, ReleasedTable } from '@klankbord/model'

/** How many of the first class said yes and how many no, in one row. */
type Part = readonly [yes: number, no: number]

/** What is known of a row: its counts, and its weighted share of yes where that is told. */
interface KnownRow {
  readonly counts: Part
  readonly share: number | null
}

/** What somebody knows who has the publication, the weights, and how many people each class has. */
export interface Knowledge {
  readonly tables: readonly ReleasedTable[]
  readonly weights: readonly [number, number]
  readonly firstClass: number
  /** Per row the class of all its people, where that is known: as of neighbourhoods, which lie in one district. */
  readonly classOfRow?: readonly (0 | 1)[]
  /** Whether shares are looked at; else counts alone. */
  readonly shares: boolean
}

const SAME = 1e-9

/** Every way in which the people of a row can be divided over the classes. */
function partsOf({ counts: [yes, no], share }: KnownRow, weights: Knowledge['weights']): readonly Part[] {
  const all: Part[] = []
  for (let a = 0; a <= yes; a += 1)
    for (let b = 0; b <= no; b += 1)
      if (share === null || Math.abs(shareOf([a, b], [yes, no], weights) - share) < SAME) all.push([a, b])
  return all
}

function shareOf([a, b]: Part, [yes, no]: Part, [one, other]: Knowledge['weights']): number {
  const weight = one * a + other * (yes - a)
  return weight / (weight + one * b + other * (no - b))
}

/** A part as one number, so that sets hold each once. */
const WIDE = 1000
const keyOf = ([yes, no]: Part): number => yes * WIDE + no

/** Every sum of one part of each row. */
function sumsOf(rows: readonly (readonly Part[])[]): ReadonlySet<number> {
  return rows.reduce<ReadonlySet<number>>(
    (sums, parts) => {
      const next = new Set<number>()
      for (const sum of sums) for (const part of parts) next.add(sum + keyOf(part))
      return next
    },
    new Set([0]),
  )
}

function knownRow(group: ReleasedGroup | undefined, shares: boolean): KnownRow | null {
  if (group === undefined || group.status === 'hidden') return null
  const [yes, no] = group.cells
  if (yes?.status !== 'shown' || no?.status !== 'shown') return null
  return { counts: [yes.count, no.count], share: shares ? yes.share : null }
}

/** The rows that are shown, everybody, and all others together. */
interface Rows {
  readonly shown: ReadonlyMap<number, KnownRow>
  readonly everybody: KnownRow
  readonly others: Part
}

function rowsOf({ tables: [whole, split], shares }: Knowledge): Rows | null {
  const everybody = knownRow(whole?.groups[0], shares)
  if (everybody === null) return null
  const shown = new Map(
    (split?.groups ?? []).flatMap((group, at) => {
      const row = knownRow(group, shares)
      return row === null ? [] : [[at, row] as const]
    }),
  )
  const left = (of: 0 | 1): number =>
    [...shown.values()].reduce((sum, row) => sum - row.counts[of], everybody.counts[of])
  return { shown, everybody, others: [left(0), left(1)] }
}

/** What the people of the first class can have said together. */
function totalsOf({ everybody }: Rows, { weights, firstClass }: Knowledge): readonly number[] {
  return partsOf(everybody, weights)
    .filter(([yes, no]) => yes + no === firstClass)
    .map(keyOf)
}

/** In how many ways a shown row can be divided over the classes, by trying each; null where nothing is shown. */
export function divisionsOf(group: number, known: Knowledge): readonly Part[] | null {
  const rows = rowsOf(known)
  const own = rows?.shown.get(group)
  if (!rows || !own) return null
  const others = [...rows.shown].flatMap(([at, row]) => (at === group ? [] : [partsOfShown(at, row, known)]))
  const beside = sumsOf([...others, partsOf({ counts: rows.others, share: null }, known.weights)])
  const totals = totalsOf(rows, known)
  return partsOfShown(group, own, known).filter((part) => totals.some((total) => beside.has(total - keyOf(part))))
}

/** Every way in which the people of a shown row can be divided over the classes, as far as that row tells. */
function partsOfShown(at: number, row: KnownRow, { weights, classOfRow }: Knowledge): readonly Part[] {
  return ofClass(partsOf(row, weights), row.counts, classOfRow?.[at])
}

/** The parts that leave all people in one class, where it is known which. */
function ofClass(parts: readonly Part[], counts: Part, only: 0 | 1 | undefined): readonly Part[] {
  if (only === undefined) return parts
  return parts.filter((part) => keyOf(part) === (only === 0 ? keyOf(counts) : 0))
}

/**
 * Every number of yes and of no that a hidden group can have, by trying each of them with each division over classes.
 *
 * @param group which of them, where the class of rows is known
 */
export function answersOfHidden(known: Knowledge, group = -1): readonly Part[] | null {
  const rows = rowsOf(known)
  if (rows === null) return null
  const { weights, classOfRow } = known
  const shown = sumsOf([...rows.shown].map(([at, row]) => partsOfShown(at, row, known)))
  const left = new Set(totalsOf(rows, known).flatMap((total) => [...shown].map((sum) => total - sum)))
  const [yes, no] = rows.others
  const beside = new Set(classOfRow?.filter((_, at) => at !== group && !rows.shown.has(at)))
  const only = group >= 0 && beside.size === 1 ? [...beside][0] : undefined
  return partsOf({ counts: [yes, no], share: null }, weights).filter(([a, b]) => {
    const others: Part = [yes - a, no - b]
    const rest = ofClass(partsOf({ counts: others, share: null }, weights), others, only)
    const own = ofClass(partsOf({ counts: [a, b], share: null }, weights), [a, b], classOfRow?.[group])
    return own.some((part) => rest.some((other) => left.has(keyOf(part) + keyOf(other))))
  })
}
