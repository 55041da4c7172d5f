import type { Component } from './components.ts'

/** Changes in whole numbers that leave every sum as it is and every cell within what a reader knows: a possible truth. */
export type WholePoint = ReadonlyMap<number, number>

const NEAR = 1e-6

/** The point that a program found, or null when it is not whole. Sums and bounds are checked in whole numbers, so it proves itself. */
export function wholePointOf(component: Component, changes: ArrayLike<number>): WholePoint | null {
  const point = new Map<number, number>()
  for (let cell = 0; cell < changes.length; cell += 1) {
    const change = changes[cell] ?? 0
    const whole = Math.round(change)
    if (Math.abs(change - whole) > NEAR) return null
    if (whole !== 0) point.set(cell, whole)
  }
  return isPossible(component, point) ? point : null
}

export function isPossible({ rows, rowsOf, up, down }: Component, point: WholePoint): boolean {
  const touched = new Set<number>()
  for (const [cell, change] of point) {
    if (change > (up[cell] ?? 0) || change < -(down[cell] ?? 0)) return false
    for (const row of rowsOf[cell] ?? []) touched.add(row)
  }
  return [...touched].every((at) => {
    const row = rows[at]
    return row?.cells.reduce((sum, cell, place) => sum + (row.signs[place] ?? 0) * (point.get(cell) ?? 0), 0) === 0
  })
}

/** Possible truths found so far. The truth itself is always one, so the reach of a cell holds 0. */
export interface PointPool {
  add(point: WholePoint): void
  least(cell: number): number
  most(cell: number): number
  span(cell: number): number
  /** Forgets the points in which this cell changes, and tells which cells lost reach. */
  forget(cell: number): { readonly lost: readonly number[]; readonly undo: () => void }
  readonly points: () => readonly WholePoint[]
}

/** Remembers reach for the cells of `wanted` only. */
export function pointPool(wanted: readonly number[]): PointPool {
  let points: WholePoint[] = []
  let reach = new Map(wanted.map((cell) => [cell, { least: 0, most: 0 }]))
  const note = (into: typeof reach, point: WholePoint) => {
    for (const [cell, change] of point) {
      const known = into.get(cell)
      if (known === undefined || (change >= known.least && change <= known.most)) continue
      into.set(cell, { least: Math.min(known.least, change), most: Math.max(known.most, change) })
    }
  }
  const least = (cell: number) => reach.get(cell)?.least ?? 0
  const most = (cell: number) => reach.get(cell)?.most ?? 0
  return {
    least,
    most,
    span: (cell) => most(cell) - least(cell),
    points: () => points,
    add: (point) => {
      points.push(point)
      note(reach, point)
    },
    forget: (cell) => {
      const kept = points.filter((point) => !point.has(cell))
      if (kept.length === points.length) return { lost: [], undo: () => undefined }
      const before = { points, reach }
      const after = new Map(wanted.map((each) => [each, { least: 0, most: 0 }]))
      for (const point of kept) note(after, point)
      points = kept
      reach = after
      const lost = wanted.filter((each) => {
        const was = before.reach.get(each)
        return was !== undefined && (was.least < least(each) || was.most > most(each))
      })
      return {
        lost,
        undo: () => {
          points = before.points
          reach = before.reach
        },
      }
    },
  }
}
