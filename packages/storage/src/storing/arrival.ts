import type { NewResponse, Problem } from '@klankbord/model'
import type { WaveReference } from '../waves.ts'

/** Where responses go, and by which version they were asked. */
export interface ResponsePlace extends WaveReference {
  readonly version: number
}

/**
 * `created`: stored now. `same`: stored before, with these answers. `conflict`: the id is taken by other answers.
 * `withdrawn`: it was stored and withdrawn since, and is not stored again.
 */
export type StoreOutcome = 'created' | 'same' | 'conflict' | 'withdrawn'

/** One response at the door, with what it needs to be let in. */
export interface Arrival {
  readonly place: ResponsePlace
  readonly response: NewResponse
  /** Keyed hash of the access code that it came with; null without one. */
  readonly codeHash: string | null
  /** ISO date: who had begun before a wave closed may send until its grace period is over. */
  readonly today: string
  /** Brought in by staff (an import, made-up answers): needs no code, and no wave that is open. */
  readonly byStaff: boolean
  /** The revision of the draft that it was made of: where a newer one is kept, it is not stored. Null, or left out: any. */
  readonly draftKnown?: number | null
}

/** What became of one response of many: an outcome, or why it could not be stored. */
export type BatchOutcome =
  { readonly id: string; readonly outcome: StoreOutcome } | { readonly id: string; readonly problem: Problem }
