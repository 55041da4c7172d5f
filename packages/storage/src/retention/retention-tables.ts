import type { ContactPurpose } from '@klankbord/model'
import type { Generated, JSONColumnType as JsonColumn } from 'kysely'
import type { DeletedKind, DeletionNotice, DeletionReason } from './deletion.ts'

/** The key that a study's contacts are sealed with, itself sealed with the key of the installation. */
interface StudyKeyTable {
  study_id: string
  wrapped: Buffer
  /** Tells which key it was once it is gone. */
  fingerprint: string
}

/** One person. Nothing here leads to a code or to answers. */
interface PersonTable {
  study_id: string
  id: string
  purpose: ContactPurpose
  sealed: Buffer
  /** Keyed hash of what it says; null of contacts from before there were marks. */
  mark: Generated<Buffer | null>
}

/** Deletions of contacts that are not written down in `deletions` yet. */
interface ErasureTable {
  study_id: string
  id: string
  notice: JsonColumn<DeletionNotice>
}

/** How long a study keeps what; the usual terms without a row. */
interface RetentionTermsTable {
  study_id: string
  contact_months: number
  answer_months: number
  publication_months: number | null
}

interface LegalHoldTable {
  study_id: string
  id: string
  reason: string
  held_by: string
  /** ISO date. */
  held_on: string
  released_by: string | null
  released_on: string | null
}

/** What was deleted. Rows are only added, and each holds the hash of the one before. */
interface DeletionTable {
  study_id: string
  /** 1, 2, 3 … */
  number: number
  id: string
  what: DeletedKind
  subject: string | null
  rows: number
  why: DeletionReason
  deleted_by: string
  /** ISO date. */
  deleted_on: string
  digest: string
  key_fingerprint: string | null
  previous: string
  hash: string
}

/** The last of a study's deletions, which shows when rows at the end are gone. */
interface DeletionHeadTable {
  study_id: string
  number: number
  hash: string
}

/** What is still to be cleared out of the files. */
interface ClearingTable {
  study_id: string
  id: Generated<string>
  tables: readonly string[]
}

/** Contacts, and how long everything is kept. */
export interface RetentionTables {
  'contact.study_keys': StudyKeyTable
  'contact.people': PersonTable
  'contact.erasures': ErasureTable
  retention_terms: RetentionTermsTable
  legal_holds: LegalHoldTable
  deletions: DeletionTable
  deletion_heads: DeletionHeadTable
  clearings: ClearingTable
}
