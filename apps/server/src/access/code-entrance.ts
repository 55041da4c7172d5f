import { isProblem, problem } from '@klankbord/model'
import { accessCodeState, type AccessCodeState, type StoreOutcome } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { storeChecked, type SentAnswers } from '../respondent/store-checked.ts'
import { referenceOf } from '../respondent/visit.ts'
import { accessCodeHash, readAccessCode, shownAccessCode, type CodeSlip } from './access-code.ts'
import type { Looked } from './code-limits.ts'

/** Where somebody comes with a code, and who they are in this hour. */
export interface Entrance {
  readonly context: ServerContext
  readonly opened: OpenedWave
  /** Only asked for where a code is tried. */
  readonly visitor: () => string
}

/** A code that may be one: as it is printed, and as it is stored. */
export interface ReadCode {
  readonly shown: string
  readonly hash: string
}

/**
 * Reads a code as it was typed. What is noticed without looking it up costs no look, and hardly counts.
 *
 * @throws Problem `tooManyRequests`
 */
export function readCode(
  { context, opened, visitor }: Entrance,
  typed: string,
): ReadCode | { readonly slip: CodeSlip } {
  const read = readAccessCode(typed)
  if ('slip' in read) {
    if (read.slip.kind !== 'missing') context.codeLimits.slip(visitor())
    return read
  }
  const key = context.settings.keys.accessCodes
  return { shown: shownAccessCode(read.code), hash: accessCodeHash(key, referenceOf(opened), read.code) }
}

/**
 * Whether somebody may begin with this code.
 *
 * @throws Problem `tooManyRequests`, `databaseUnavailable`
 */
export async function mayBegin(entrance: Entrance, codeHash: string): Promise<boolean> {
  return limited(entrance, codeHash, async () => {
    const state = await stateOf(entrance, codeHash)
    return { state, result: state === 'unused' }
  })
}

/**
 * What is known of a code before anybody answers anything: nothing is stored. Looking it up counts as trying it.
 *
 * @throws Problem `tooManyRequests`, `databaseUnavailable`
 */
export async function lookAtCode(entrance: Entrance, typed: string): Promise<AccessCodeState | 'mistyped'> {
  const read = readCode(entrance, typed)
  if ('slip' in read) return 'mistyped'
  return limited(entrance, read.hash, async () => {
    const state = await stateOf(entrance, read.hash)
    return { state, result: state }
  })
}

/**
 * The hash of a code with which somebody may begin; null in a wave that asks for none.
 *
 * @throws Problem `accessCodeRefused`, `tooManyRequests`, `databaseUnavailable`
 */
export async function codeToBeginWith(entrance: Entrance, typed: string): Promise<string | null> {
  if (entrance.opened.wave.mode === 'open') return null
  const hash = plausibleCode(entrance, typed)
  if (hash === null || !(await mayBegin(entrance, hash))) throw problem('accessCodeRefused', {})
  return hash
}

/**
 * The hash of a code that may be one, without looking it up; null in a wave that asks for none.
 *
 * @throws Problem `accessCodeRefused` for one that cannot be, `tooManyRequests`
 */
export function plausibleCode(entrance: Entrance, typed: string): string | null {
  if (entrance.opened.wave.mode === 'open') return null
  const read = readCode(entrance, typed)
  if ('slip' in read) throw problem('accessCodeRefused', {})
  return read.hash
}

/**
 * Stores a response, with its code where the wave asks for one. A code that is refused here is one that was tried.
 *
 * @throws Problem `accessCodeRefused`, `tooManyRequests` and those of `storeChecked`
 */
export async function storeWithCode(entrance: Entrance, sent: SentAnswers): Promise<StoreOutcome> {
  const { context, opened } = entrance
  const { codeHash } = sent
  if (codeHash === null) return storeChecked(context, opened, sent)
  const outcome = await limited(entrance, codeHash, async (): Promise<Looked<StoreOutcome | null>> => {
    try {
      return { state: 'unused', result: await storeChecked(context, opened, sent) }
    } catch (error) {
      if (!isProblem(error, 'accessCodeRefused')) throw error
      return { state: await stateOf(entrance, codeHash), result: null }
    }
  })
  if (outcome === null) throw problem('accessCodeRefused', {})
  return outcome
}

async function limited<Result>(
  { context, opened, visitor }: Entrance,
  codeHash: string,
  look: () => Promise<Looked<Result>>,
): Promise<Result> {
  return context.codeLimits.attempt({ visitor: visitor(), waveId: opened.wave.id, codeHash }, look)
}

function stateOf({ context, opened }: Entrance, codeHash: string): Promise<AccessCodeState> {
  return accessCodeState(context.database.db, referenceOf(opened), codeHash)
}
