import { problem } from '@klankbord/model'
import type { CarriedWords, UnderWay } from '@klankbord/pages'
import { findDraft, isSealed, saveDraft, type SealedDraft } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { referenceOf } from '../respondent/visit.ts'
import { openDraft, sealDraft, type DraftContent } from './seal-draft.ts'
import { wordsHash } from './words-key.ts'

/** Which answers, and what opens them where they are kept under words. */
export interface KeptPlace {
  readonly context: Pick<ServerContext, 'database' | 'settings'>
  readonly opened: OpenedWave
  readonly words: CarriedWords | null
}

/**
 * The answers that are kept under an id, or null.
 *
 * @throws Problem `draftLocked` where they are kept under words and these are not them
 */
export async function readKept(place: KeptPlace, id: string): Promise<UnderWay | null> {
  const draft = await findDraft(place.context.database.db, referenceOf(place.opened), id)
  if (draft === null) return null
  const { device = '' } = draft
  if (!isSealed(draft)) return { ...draft, device }
  const content = place.words === null ? null : contentOf(place.opened, draft, place.words.key)
  if (content === null) throw problem('draftLocked', {})
  const { answers, language, asked } = content
  return { id, revision: draft.revision, answers, language, asked, device }
}

/** What is sealed in a draft; null when this key does not open it. */
export function contentOf(opened: OpenedWave, { id, revision, sealed }: SealedDraft, key: string): DraftContent | null {
  return openDraft(key, { ...placeOf(opened), id, revision }, sealed)
}

/**
 * Keeps answers: under words where the page carries them, and so that nobody reads them here.
 *
 * @param where the screen that was left, and whether it was finished; the access code where the wave keeps it with answers
 */
export async function writeKept(
  { context, opened, words }: KeptPlace,
  { id, revision, answers, language, asked, device }: UnderWay,
  where: Pick<DraftContent, 'screen' | 'done' | 'access'>,
): Promise<'saved' | 'stale'> {
  const { db } = context.database
  if (words === null) return saveDraft(db, referenceOf(opened), { id, revision, answers, language, asked, device })
  return saveDraft(db, referenceOf(opened), {
    id,
    revision,
    device,
    wordsHash: wordsHash(context.settings.keys.drafts, referenceOf(opened), words.key),
    sealed: sealDraft(words.key, { ...placeOf(opened), id, revision }, { answers, language, asked, ...where }),
  })
}

/** Where nobody is to know whose code it was, it is not sealed either: it is asked for once more. */
export function accessKept({ wave }: OpenedWave, code: string | undefined): Pick<DraftContent, 'access'> {
  return wave.mode === 'codeConfidential' && code !== undefined && code !== '' ? { access: code } : {}
}

function placeOf({ wave }: OpenedWave): { readonly studyId: string; readonly waveId: string } {
  return { studyId: wave.studyId, waveId: wave.id }
}
