import type { AuditAction } from '@klankbord/model'
import type { Publishing } from './publish-wave.ts'

/** For whom somebody publishes: nobody yet, members, or everybody, at once or from a moment on. */
export type WantedReaders = 'draft' | 'members' | 'everybody'

/** What an edition is for whom it is wanted; until the moment of an embargo it is for members. */
export function publishedFor(
  readers: WantedReaders,
  embargoUntil: Date | undefined,
): Pick<Publishing, 'embargoUntil'> & Required<Pick<Publishing, 'state'>> {
  if (embargoUntil !== undefined) return { state: 'embargoed', embargoUntil }
  return { state: readers === 'everybody' ? 'public' : readers }
}

/** What is written down of it. */
export function publishedAction(state: Publishing['state']): AuditAction {
  return state === 'draft' ? 'results.drafted' : 'results.published'
}
