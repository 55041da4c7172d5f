import { dispositionOf } from '@klankbord/model'
import { dayBefore, type Invitation } from '@klankbord/pages'
import { inviteesOf, waitingInvitations, type Invitee, type Wave } from '@klankbord/storage'
import { isoWeek, todayAt, type Clock } from '../clock.ts'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import { toRemind } from './to-remind.ts'

/** What somebody is written to about. */
export interface WritingOrder {
  readonly kind: Invitation['kind']
  /** Also who was invited already, or reminded less than a week ago: a letter may be spoiled, or a file lost. */
  readonly again?: boolean
}

/** Who is to be written to, and how many are not because they were reminded in the week before. */
export interface ToWriteTo {
  readonly invitees: readonly Invitee[]
  readonly remindedLately: number
}

/**
 * Who is to be written to now, by whatever way: letters, mail merge, text messages and mail all ask this. An invitation goes
 * to who was not invited yet; again, to everybody who is not out. A reminder goes to whom `toRemind` names. Whoever has a
 * mail of that kind waiting gets that one, and nothing else.
 */
export async function toWriteTo(
  context: ServerContext,
  wave: Wave,
  { kind, again = false }: WritingOrder,
): Promise<ToWriteTo> {
  const place = { studyId: wave.studyId, waveId: wave.id }
  // Asked before what is noted: a mail that goes between the two is then left out, and never written a second time.
  const waiting = await waitingInvitations(context.database.db, place, kind === 'invitation' ? 'invited' : 'reminded')
  const asked =
    kind === 'reminder'
      ? await toRemind(context, wave)
      : (await inviteesOf(contactStore(context), place)).filter(({ events }) => isToInvite(events, again))
  const free = asked.filter(({ id }) => !waiting.has(id))
  if (kind === 'invitation' || again) return { invitees: free, remindedLately: 0 }
  const invitees = free.filter(({ events }) => !wasReminded(events, context.clock))
  return { invitees, remindedLately: free.length - invitees.length }
}

function isToInvite(events: Invitee['events'], again: boolean): boolean {
  const disposition = dispositionOf(events)
  return disposition === null || (again && (disposition === 'open' || onlyMailCameBack(events)))
}

/** Of whom a mail came back a letter may still arrive; only what came back from elsewhere puts them out. */
function onlyMailCameBack(events: Invitee['events']): boolean {
  const tried = events.flatMap((event) => ('route' in event ? [event.route] : []))
  return dispositionOf(events) === 'undeliverable' && tried.length > 0 && tried.every((route) => route === 'email')
}

/** Within a week before today; of a wave in which only weeks are known, in this week. */
function wasReminded(events: Invitee['events'], clock: Clock): boolean {
  const now = clock.now()
  let weekAgo = todayAt(now)
  for (let day = 0; day < 6; day += 1) weekAgo = dayBefore(weekAgo)
  return events.some(
    ({ kind, on }) => kind === 'reminded' && (on === isoWeek(now) || (!on.includes('W') && on >= weekAgo.today)),
  )
}
