import type { PublicationSummary } from '@klankbord/storage'
import { todayAt, type Clock } from '../clock.ts'

/** What of a publication depends on the time. */
type Timed = Pick<PublicationSummary, 'state' | 'publicSince' | 'embargoUntil'>

/**
 * A publication as it stands now: what is embargoed is public from its moment on, though nobody does anything then. Whoever
 * does not ask this takes it for embargoed still, which shows too little and never too much.
 *
 * @example asOf({ state: 'embargoed', publicSince: null, embargoUntil: noon }, clockAtNoon).state // 'public'
 */
export function asOf<P extends Timed>(publication: P, clock: Clock): P {
  const { state, embargoUntil } = publication
  if (state !== 'embargoed' || embargoUntil === null || clock.now() < embargoUntil) return publication
  return { ...publication, state: 'public', publicSince: todayAt(embargoUntil).today, embargoUntil: null }
}
