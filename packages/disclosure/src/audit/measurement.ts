import type { AttackerSum } from '@klankbord/model'

/** One hidden figure and how closely it can be computed from everything that is shown. */
export interface Measurement {
  readonly table: string
  /** Which figure, in words for a developer: never its value. */
  readonly cell: string
  /** Most minus least of the whole numbers that it can be. */
  readonly width: number
  /** What the width must be at least. */
  readonly needed: number
  /** Of one that is not wide enough: how somebody would work it out. Left out where that was not looked for. */
  readonly sums?: readonly AttackerSum[]
}
