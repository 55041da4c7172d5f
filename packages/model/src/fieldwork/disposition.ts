import type { ContactRoute } from '../contact.ts'

/** How an invitation travels: as its reader can be reached, or put into somebody's hands. */
export type InvitationRoute = ContactRoute | 'handedOver'

/**
 * What became of an invitation. `open`: nothing was heard. `undeliverable`: it never arrived. `notInGroup`: the study is
 * not about this person. `used`: answers came in with its code, also if they were withdrawn later.
 */
export type Disposition = 'open' | 'undeliverable' | 'notInGroup' | 'refused' | 'used'

/** In the order in which an account shows them. */
export const DISPOSITIONS: readonly Disposition[] = ['undeliverable', 'notInGroup', 'refused', 'used', 'open']

interface Noted {
  readonly id: string
  /** ISO date on which it happened or was heard. */
  readonly on: string
}

/**
 * Something that happened to one invitation. `destination` numbers the addresses of a person: 1 is the first that
 * anything was sent to, and an address that was mended or of another route gets a number of its own.
 *
 * In an anonymous wave there are no `codeUsed` and `withdrew`: which codes are used is a margin, see `anonymousAccount`.
 */
export type FieldworkEvent = Noted &
  (
    | { readonly kind: 'invited' | 'reminded'; readonly route: InvitationRoute; readonly destination: number }
    | { readonly kind: 'returnedUndeliverable'; readonly destination: number }
    | { readonly kind: 'saidNotInGroup' | 'refused' | 'codeUsed' | 'withdrew' }
    /** Takes back what was noted by mistake, or no longer holds; `event` is its id. */
    | { readonly kind: 'undone'; readonly event: string }
  )

/**
 * What became of an invitation, whatever the order in which its events were noted, and however often. Null when nothing
 * was sent or heard: nobody was invited yet.
 *
 * The strongest that stands decides: used, not in the group, refused, undeliverable, open. It is undeliverable when
 * everything came back: each destination that something was sent to. What people and post say can be undone; that a code
 * was used cannot, nor can an undoing.
 *
 * @example dispositionOf([invited, returned, codeUsed]) // 'used'
 */
export function dispositionOf(events: readonly FieldworkEvent[]): Disposition | null {
  const standing = standingOf(events)
  const happened = (...kinds: readonly FieldworkEvent['kind'][]): boolean =>
    standing.some(({ kind }) => kinds.includes(kind))
  if (happened('codeUsed', 'withdrew')) return 'used'
  if (happened('saidNotInGroup')) return 'notInGroup'
  if (happened('refused')) return 'refused'
  const { tried, returned } = destinationsOf(standing)
  if (tried.size === 0) return null
  return [...tried].every((destination) => returned.has(destination)) ? 'undeliverable' : 'open'
}

/** Whether the answers that came in with this invitation were withdrawn. Never in an anonymous wave, where nobody knows. */
export function isWithdrawn(events: readonly FieldworkEvent[]): boolean {
  return events.some(({ kind }) => kind === 'withdrew')
}

/** An undoing counts also when it was noted before what it undoes. */
function standingOf(events: readonly FieldworkEvent[]): readonly FieldworkEvent[] {
  const undone = new Set(events.flatMap((event) => (event.kind === 'undone' ? [event.event] : [])))
  return events.filter(({ id, kind }) => kind === 'codeUsed' || kind === 'withdrew' || !undone.has(id))
}

/** What came back was sent, also when nobody noted that. */
function destinationsOf(events: readonly FieldworkEvent[]): {
  readonly tried: ReadonlySet<number>
  readonly returned: ReadonlySet<number>
} {
  const tried = new Set<number>()
  const returned = new Set<number>()
  for (const event of events) {
    if ('destination' in event) tried.add(event.destination)
    if (event.kind === 'returnedUndeliverable') returned.add(event.destination)
  }
  return { tried, returned }
}
