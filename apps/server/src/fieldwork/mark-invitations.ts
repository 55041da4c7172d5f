import { randomUUID } from 'node:crypto'
import { problem, type InvitationRoute } from '@klankbord/model'
import {
  addFieldworkEvents,
  inviteesOf,
  type InvitationEvent,
  type Invitee,
  type NotedEvent,
  type Wave,
} from '@klankbord/storage'
import { readAccessCode } from '../access/access-code.ts'
import { contactStore } from '../contacts/contact-store.ts'
import type { ServerContext } from '../context.ts'
import { destinationNumber, destinationOf } from './destination-of.ts'
import { matchOutcomes } from './match-outcomes.ts'
import { notedOn } from './noted-on.ts'

/** What somebody can say of an invitation. */
export const MARKS = ['invited', 'reminded', 'undeliverable', 'notInGroup', 'refused', 'undone'] as const

/** One of them. */
export type Mark = (typeof MARKS)[number]

/** What is said of which invitations. */
export interface MarkOrder {
  readonly mark: Mark
  /** Ids of invitations, or their codes as they stand in the letter that came back. */
  readonly invitations: readonly string[]
  /** By which way it went or came back; left out: as the person is reached, and of what came back every way that was tried. */
  readonly route?: InvitationRoute
}

/**
 * Notes what happened to invitations, all or none, with the day; in an anonymous wave with the week. `undone` takes back
 * what was noted last.
 *
 * @returns how many were noted
 * @throws Problem `unknownInvitation`, `nothingToUndo`
 */
export async function markInvitations(context: ServerContext, wave: Wave, order: MarkOrder): Promise<number> {
  const place = { studyId: wave.studyId, waveId: wave.id }
  const store = contactStore(context)
  const invitees = await inviteesOf(store, place)
  const byId = new Map(invitees.map((invitee) => [invitee.id, invitee]))
  const byCode = new Map(invitees.flatMap((invitee) => (invitee.code === null ? [] : [[invitee.code, invitee]])))
  const of = order.invitations.length
  const named = order.invitations.map((given, at) => {
    const read = readAccessCode(given)
    const invitee = byId.get(given.trim().toLowerCase()) ?? ('code' in read ? byCode.get(read.code) : undefined)
    if (invitee === undefined) throw problem('unknownInvitation', { place: at + 1, named: of })
    return invitee
  })
  const on = notedOn(wave, context.clock)
  const noted = [...new Set(named)].flatMap((invitee) => {
    const events = eventsFor(invitee, order, on)
    if (events.length === 0) throw problem('nothingToUndo', { place: named.indexOf(invitee) + 1, named: of })
    return events.map((event): NotedEvent => ({ invitationId: invitee.id, event }))
  })
  await addFieldworkEvents(store.db, place.studyId, noted)
  await matchOutcomes(context, place)
  return new Set(named).size
}

function eventsFor(invitee: Invitee, { mark, route }: MarkOrder, on: string): readonly InvitationEvent[] {
  const noted = { id: randomUUID(), on }
  switch (mark) {
    case 'invited':
    case 'reminded': {
      const by = route ?? usualRoute(invitee)
      return [{ ...noted, kind: mark, route: by, destination: destinationOf(invitee.events, by) }]
    }
    case 'undeliverable':
      return returnedFrom(invitee, route).map((destination) => ({
        id: randomUUID(),
        on,
        kind: 'returnedUndeliverable',
        destination,
      }))
    case 'undone':
      return lastOf(invitee).map((event) => ({ id: randomUUID(), on, kind: 'undone', event: event.id }))
    case 'notInGroup':
      return [{ ...noted, kind: 'saidNotInGroup' }]
    case 'refused':
      return [{ ...noted, kind: 'refused' }]
  }
}

function usualRoute({ contact: { reachBy, address, email } }: Invitee): InvitationRoute {
  return reachBy ?? (email !== null ? 'email' : address.length > 0 ? 'letter' : 'phone')
}

function returnedFrom(invitee: Invitee, route: InvitationRoute | undefined): readonly number[] {
  if (route !== undefined) return [destinationOf(invitee.events, route)]
  const tried = new Set(invitee.events.map(destinationNumber).filter((number) => number > 0))
  return tried.size === 0 ? [1] : [...tried]
}

/**
 * What was noted last and still stands: of several returns at once all of them. Within a day, or a week, what is strongest
 * counts as last, for the order in it is not known. Nothing where nothing stands.
 */
function lastOf({ events }: Invitee): readonly InvitationEvent[] {
  const undone = new Set(events.map((event) => ('event' in event ? event.event : '')))
  const standing = events.filter((event) => event.kind !== 'undone' && !undone.has(event.id))
  const latest = standing.toSorted((one, other) => rank(other) - rank(one) || (one.on < other.on ? 1 : -1))
  const [first] = latest
  if (first === undefined) return []
  return latest.filter(({ kind, on }) => kind === first.kind && on === first.on) as readonly InvitationEvent[]
}

const STRENGTH = ['invited', 'reminded', 'returnedUndeliverable', 'refused', 'saidNotInGroup']
const rank = ({ kind }: { readonly kind: string }): number => STRENGTH.indexOf(kind)
