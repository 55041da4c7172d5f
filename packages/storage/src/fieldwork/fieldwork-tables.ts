import type { FieldworkEvent, InvitationRoute, OtherWay } from '@klankbord/model'
import type { Generated, JSONColumnType } from 'kysely'

/** What staff know of the invitation that a code was in. */
export type CodeOutcome = 'notInvited' | 'undeliverable' | 'notInGroup' | 'refused'

/** In what form somebody wants to take part. */
export type RequestedForm = OtherWay

/** Somebody on the list that the sample of a wave is drawn from. */
interface FramePersonTable {
  study_id: string
  wave_id: string
  person_id: string
  stratum: string
  /** Alike for people at one address: a keyed hash of it. */
  household: string | null
  /** Why this person may not be drawn. */
  excluded: string | null
}

/** An invitation leads to a person, and never to a response. */
interface InvitationTable {
  study_id: string
  id: string
  wave_id: string
  person_id: string
  stratum: string
  /** The chance that this person had of being invited. */
  probability: number
  /** Its code, under the key of the study's contacts; null before it has one. */
  sealed: Buffer | null
}

/** What people and post said of an invitation. That its code was used stands nowhere here. */
interface FieldworkEventTable {
  study_id: string
  id: string
  invitation_id: string
  kind: Exclude<FieldworkEvent['kind'], 'codeUsed' | 'withdrew'>
  /** ISO week in an anonymous wave, else an ISO date. */
  noted: string
  route: InvitationRoute | null
  destination: number | null
  undoes: string | null
}

/** That somebody was invited: keyed hashes of how they are reached, to know them again in another study. */
interface InvitedMarkTable {
  study_id: string
  invitation_id: string
  mark: string
  /** "2026-05" */
  month: string
}

/** Somebody wants to take part in another way than the one that was offered. */
interface FormRequestTable {
  study_id: string
  id: string
  wave_id: string
  form: RequestedForm
  sealed: Buffer
  done: Generated<boolean>
}

/** How a sample was drawn; rows are only added. It names nobody. */
interface WaveFrameTable {
  study_id: string
  wave_id: string
  /** 1, 2, 3 … */
  number: number
  /** ISO date. */
  drawn_on: string
  record: JSONColumnType<object>
}

/** What somebody counted at a place on a day. */
interface PlaceCountTable {
  study_id: string
  id: string
  wave_id: string
  place: string
  counted_on: string
  approached: number | null
  refused: number | null
  started: number
  finished: number
}

/** The tables of fieldwork. */
export interface FieldworkTables {
  'contact.frame_people': FramePersonTable
  'contact.invitations': InvitationTable
  'contact.fieldwork_events': FieldworkEventTable
  'contact.invited_marks': InvitedMarkTable
  'contact.form_requests': FormRequestTable
  wave_frames: WaveFrameTable
  place_counts: PlaceCountTable
}
