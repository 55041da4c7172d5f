import { drawWords, type CarriedWords } from '@klankbord/pages'
import { findDraftOfWords } from '@klankbord/storage'
import type { Entrance } from '../access/code-entrance.ts'
import type { ServerContext } from '../context.ts'
import { daysFromNow } from '../clock.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { referenceOf } from '../respondent/visit.ts'
import { DRAFT_DAYS } from '../upkeep/draft-days.ts'
import { keyOfWords, wordsHash } from './words-key.ts'

/** Words under which nothing waits in this wave, and what is worked out of them. */
export async function newWords(entrance: Entrance): Promise<CarriedWords> {
  const { context, opened, visitor } = entrance
  const names = drawWords(context.randomness)
  const pepper = context.settings.keys.drafts
  const key = await keyOfWords(pepper, referenceOf(opened), names, visitor())
  const waiting = await findDraftOfWords(
    context.database.db,
    referenceOf(opened),
    wordsHash(pepper, referenceOf(opened), key),
  )
  return waiting === null ? { names, key } : newWords(entrance)
}

/** The last day on which words that were shown today surely work: until drafts are forgotten, or the wave is over. */
export function wordsWorkUntil({ clock }: Pick<ServerContext, 'clock'>, { wave }: OpenedWave): string {
  // One day less: a day ends at another moment where respondents are than where drafts are forgotten.
  const kept = daysFromNow(clock, DRAFT_DAYS - 1)
  return wave.lastDay !== null && wave.lastDay < kept ? wave.lastDay : kept
}
