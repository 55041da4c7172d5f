import { contentHash, problem } from '@klankbord/model'

/** Somebody on the list that a sample is drawn from. */
export interface FrameRow {
  /** Random, and meaning nothing outside of the study. */
  readonly id: string
  readonly stratum: string
  /** Alike for people at one address; null for who shares it with nobody, or of whom that is not known. */
  readonly household: string | null
}

/** @throws Problem `frameIdsRepeated` */
export function requireFrame(frame: readonly FrameRow[]): void {
  const ids = new Set(frame.map(({ id }) => id)).size
  if (ids !== frame.length) throw problem('frameIdsRepeated', { rows: frame.length, ids })
}

/**
 * SHA-256 of a frame, the same for every order of its rows. Two frames with the same digest are the same: who was on it,
 * in which stratum and at which address cannot be changed unseen after the draw.
 *
 * @example frameDigest([{ id: 'k7', stratum: 'Noord', household: null }]) // 64 hexadecimal digits
 */
export function frameDigest(frame: readonly FrameRow[]): string {
  return contentHash(inOrder(frame).map(({ id, stratum, household }) => [id, stratum, household]))
}

/** Who on the frame may not be drawn: how many for each reason, and a digest of who and why. */
export function exclusionsOf(
  frame: readonly FrameRow[],
  exclude: ReadonlyMap<string, string>,
): { readonly exclusions: Readonly<Record<string, number>>; readonly exclusionDigest: string } {
  const excluded = inOrder(frame).flatMap(({ id }) => {
    const reason = exclude.get(id)
    return reason === undefined ? [] : [{ id, reason }]
  })
  const counts = countsBy(excluded, ({ reason }) => reason)
  return {
    exclusions: Object.fromEntries([...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    exclusionDigest: contentHash(excluded.map(({ id, reason }) => [id, reason])),
  }
}

/** How many there are of each. */
export function countsBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}

const inOrder = (frame: readonly FrameRow[]): readonly FrameRow[] => frame.toSorted((a, b) => (a.id < b.id ? -1 : 1))
