import type { FieldworkEvent } from '@klankbord/model'
import type { Kysely, Selectable } from 'kysely'
import type { Schema } from '../schema.ts'
import type { WaveReference } from '../waves.ts'

/** What people or post said of an invitation. That a code was used is no such thing: only its code knows. */
export type InvitationEvent = FieldworkEvent & {
  readonly kind: Exclude<FieldworkEvent['kind'], 'codeUsed' | 'withdrew'>
}

/** Something to note, by the id of the invitation. */
export interface NotedEvent {
  readonly invitationId: string
  readonly event: InvitationEvent
}

const CHUNK = 500

/** Writes down what happened to invitations of a study, all or none. One that is there already stays as it is. */
export async function addFieldworkEvents(
  db: Kysely<Schema>,
  studyId: string,
  noted: readonly NotedEvent[],
): Promise<void> {
  await db.transaction().execute((trx) => writeFieldworkEvents(trx, studyId, noted))
}

/** The same within a transaction. */
export async function writeFieldworkEvents(
  trx: Kysely<Schema>,
  studyId: string,
  noted: readonly NotedEvent[],
): Promise<void> {
  const rows = noted.map(({ invitationId, event }) => ({
    study_id: studyId,
    id: event.id,
    invitation_id: invitationId,
    kind: event.kind,
    noted: event.on,
    route: 'route' in event ? event.route : null,
    destination: 'destination' in event ? event.destination : null,
    undoes: 'event' in event ? event.event : null,
  }))
  for (let start = 0; start < rows.length; start += CHUNK)
    await trx
      .insertInto('contact.fieldwork_events')
      .values(rows.slice(start, start + CHUNK))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** What happened to the invitations of a wave, by their id. An invitation that nothing happened to is not in it. */
export async function eventsOf(
  db: Kysely<Schema>,
  { studyId, waveId }: WaveReference,
): Promise<ReadonlyMap<string, readonly InvitationEvent[]>> {
  const rows = await db
    .selectFrom('contact.fieldwork_events as event')
    .innerJoin('contact.invitations as invitation', (join) =>
      join.onRef('invitation.study_id', '=', 'event.study_id').onRef('invitation.id', '=', 'event.invitation_id'),
    )
    .selectAll('event')
    .where('event.study_id', '=', studyId)
    .where('invitation.wave_id', '=', waveId)
    .orderBy('event.noted')
    .orderBy('event.id')
    .execute()
  const byInvitation = new Map<string, InvitationEvent[]>()
  for (const row of rows) {
    const events = byInvitation.get(row.invitation_id)
    if (events) events.push(eventOf(row))
    else byInvitation.set(row.invitation_id, [eventOf(row)])
  }
  return byInvitation
}

/** What happened to one invitation. */
export async function eventsOfInvitation(
  db: Kysely<Schema>,
  studyId: string,
  invitationId: string,
): Promise<readonly InvitationEvent[]> {
  const rows = await db
    .selectFrom('contact.fieldwork_events')
    .selectAll()
    .where('study_id', '=', studyId)
    .where('invitation_id', '=', invitationId)
    .orderBy('noted')
    .orderBy('id')
    .execute()
  return rows.map(eventOf)
}

function eventOf({
  id,
  kind,
  noted: on,
  route,
  destination,
  undoes,
}: Selectable<Schema['contact.fieldwork_events']>): InvitationEvent {
  // The table's checks hold a row to the shape of its kind.
  const event = { id, kind, on, route, destination, event: undoes }
  return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== null)) as unknown as InvitationEvent
}
