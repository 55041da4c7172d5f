import type { FieldworkEvent, InvitationRoute } from '@klankbord/model'

/** The number of a way to somebody. Each is a destination of its own, numbered in the order in which they were first used. */
export function destinationOf(events: readonly FieldworkEvent[], route: InvitationRoute): number {
  const sent = events.filter((event) => 'route' in event)
  const same = sent.find((event) => event.route === route)
  return same?.destination ?? Math.max(0, ...events.map(destinationNumber)) + 1
}

/** The destination that an event is about; 0 when it is about none. */
export const destinationNumber = (event: FieldworkEvent): number => ('destination' in event ? event.destination : 0)
