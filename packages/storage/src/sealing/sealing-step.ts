import { sql, type RawBuilder } from 'kysely'

/**
 * What sealing does so that nothing is left that ties a code to answers, one name per trace that it removes:
 *
 * - `portion`: never fewer than the wave's portion together (but for a wave that has fewer altogether)
 * - `choice`: who is sealed now and who stays behind is chosen at random, codes apart from answers
 * - `order`: rows are written in a random order, which says nothing about who came when
 * - `waitingRoom`: the waiting room goes on in new files; the old ones, with all that was deleted in them, are gone
 * - `drafts`: drafts and typed paper forms go on in new files, too: a deleted one names the transaction that stored it
 * - `margins`: week, channel, language and who helped no longer stand on the row
 * - `codes`: at the end of the wave its codes are erased, so nobody can hold who took part against answers; of a wave with
 *   one answer, or of a group of one, that would be enough
 * - `log`: the write-ahead log of before is removed, here and on the standbys
 */
export type SealingStep = 'portion' | 'choice' | 'order' | 'waitingRoom' | 'drafts' | 'margins' | 'codes' | 'log'

/** How the steps are taken that change a statement: everything, but for what the attack test leaves out. */
export interface SealingWay {
  readonly shuffled: RawBuilder<unknown>
  /** In which order those who wait are sealed; without `choice`, who came first goes first. */
  readonly chosen: RawBuilder<unknown>
  does(step: SealingStep): boolean
}

/** Random bits of the operating system, sorted: no seed that anybody could know. */
const SHUFFLED = sql`order by gen_random_uuid()`
const AS_THEY_LIE = sql`order by ctid`

/** @param omit steps to leave out; none but in the attack test, which shows what each is for */
export function sealingWay(omit: ReadonlySet<SealingStep> = new Set()): SealingWay {
  return {
    shuffled: omit.has('order') ? AS_THEY_LIE : SHUFFLED,
    chosen: omit.has('choice') ? AS_THEY_LIE : SHUFFLED,
    does: (step) => !omit.has(step),
  }
}
