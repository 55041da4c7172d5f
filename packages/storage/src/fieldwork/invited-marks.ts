import { sql, type Kysely } from 'kysely'
import type { Schema } from '../schema.ts'

/** A keyed hash of how somebody is reached, with the invitation that was sent there. */
export interface InvitedMark {
  readonly invitationId: string
  readonly mark: string
}

/**
 * Keeps where invitations of a study went, to the month. It goes with the invitation.
 *
 * @param month "2026-05"
 */
export async function addInvitedMarks(
  db: Kysely<Schema>,
  studyId: string,
  marks: readonly InvitedMark[],
  month: string,
): Promise<void> {
  await sql`
    insert into contact.invited_marks (study_id, invitation_id, mark, month)
    select ${studyId}, given.invitation_id, given.mark, ${month}
    from unnest(${marks.map(({ invitationId }) => invitationId)}::uuid[], ${marks.map(({ mark }) => mark)}::text[])
      as given (invitation_id, mark)
    on conflict do nothing`.execute(db)
}

/**
 * Which marks another study sent an invitation to in this month or later. This looks in all studies: that is what it is for.
 *
 * @param since "2026-05"
 */
export async function marksInvitedSince(
  db: Kysely<Schema>,
  { notStudy, marks, since }: { readonly notStudy: string; readonly marks: readonly string[]; readonly since: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ mark: string }>`
    select distinct mark from contact.invited_marks
    where mark = any (${marks}::text[]) and month >= ${since} and not (study_id = ${notStudy})`.execute(db)
  return new Set(rows.map(({ mark }) => mark))
}
