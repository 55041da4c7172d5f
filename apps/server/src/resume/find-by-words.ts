import { createHmac } from 'node:crypto'
import type { CarriedWords } from '@klankbord/pages'
import { findDraftOfWords, type SealedDraft } from '@klankbord/storage'
import type { Entrance } from '../access/code-entrance.ts'
import { referenceOf } from '../respondent/visit.ts'
import { contentOf } from './kept-answers.ts'
import type { DraftContent } from './seal-draft.ts'
import { keyOfWords, wordsHash } from './words-key.ts'

/** What waits under words, with what keeps it there. */
export interface FoundDraft {
  readonly draft: SealedDraft
  readonly content: DraftContent
  readonly words: CarriedWords
}

/**
 * Looks up what is kept under words. Words that were never handed out, that were used up by sending, that are too old and that
 * belong to another wave are all the same: the same steps, and null.
 *
 * @param names of three words of ours, in their order
 * @throws Problem `tooManyRequests` when too many were tried; then nothing is looked up
 */
export async function findByWords(
  { context, opened, visitor }: Entrance,
  names: readonly string[],
): Promise<FoundDraft | null> {
  const pepper = context.settings.keys.drafts
  const wave = referenceOf(opened)
  const mark = createHmac('sha256', pepper)
    .update(`tried/${wave.waveId}/${names.join(' ')}`)
    .digest('hex')
  return context.wordLimits.attempt({ visitor: visitor(), waveId: wave.waveId, codeHash: mark }, async () => {
    const key = await keyOfWords(pepper, wave, names, visitor())
    const draft = await findDraftOfWords(context.database.db, wave, wordsHash(pepper, wave, key))
    const content = draft === null ? null : contentOf(opened, draft, key)
    return draft === null || content === null
      ? { state: 'unknown', result: null }
      : { state: 'unused', result: { draft, content, words: { names, key } } }
  })
}
