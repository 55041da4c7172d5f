/**
 * What somebody of the staff may be within an organisation, in all its studies or in one.
 *
 * - `researcher` designs, runs the fieldwork, analyses and publishes; sees no single records of an anonymous wave;
 * - `recordReader` sees single records of an anonymous wave, each time with a purpose;
 * - `coResearcher` reads and comments, and sees no contact data;
 * - `clientExpert` releases quotes;
 * - `approver` agrees for a council before fieldwork begins;
 * - `interviewer` enters responses and reads none back;
 * - `dataEntry` reads own and paired paper entries until they match;
 * - `privacyOfficer` redacts, and holds what may not be deleted;
 * - `viewer` reads the publications for members.
 */
export const ROLES = [
  'researcher',
  'recordReader',
  'coResearcher',
  'clientExpert',
  'approver',
  'interviewer',
  'dataEntry',
  'privacyOfficer',
  'viewer',
] as const

export type Role = (typeof ROLES)[number]

/** Whether a text names a role. @example isRole('viewer') // true */
export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text)
}

/** One thing that somebody may be: in all studies of an organisation, in those of a programme, or in one study. */
export interface Membership {
  readonly organisationId: string
  readonly role: Role
  /** Null: not in one study only. */
  readonly studyId: string | null
  /** Left out or null: not in the studies of one programme only. */
  readonly programmeId?: string | null
}

/** Whether a membership is for all studies of its organisation, and so for the organisation itself. */
export function coversOrganisation({ studyId, programmeId = null }: Membership): boolean {
  return studyId === null && programmeId === null
}

/** Roles whose work shows answers of people: they need a second factor. */
export const ROLES_THAT_SEE_ANSWERS: readonly Role[] = [
  'researcher',
  'recordReader',
  'dataEntry',
  'privacyOfficer',
  'clientExpert',
]
