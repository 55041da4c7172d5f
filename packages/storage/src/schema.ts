import type {
  ApprovalStep,
  ContactPurpose,
  EmptyKind,
  Frame,
  HelpKind,
  Json,
  LanguageCode,
  LocalizedText,
  OfferedChannel,
  Organisation,
  PaperEntryState,
  PaperEntryWay,
  PublicationTombstone,
  Quotas,
  ReportPlan,
  ResponseChannel,
  ResponseFlags,
  Role,
  WaveMode,
  WaveState,
} from '@klankbord/model'
import type { ColumnType, Generated, JSONColumnType as JsonColumn } from 'kysely'
import type { CodeOutcome, FieldworkTables } from './fieldwork/fieldwork-tables.ts'
import type { OutboxTables } from './outbox/outbox-tables.ts'
import type { UnsealedBatch } from './backup/manifest.ts'
import type { SingleAnswerTables } from './single-answers/single-answer-tables.ts'
import type { AccountTables } from './staff/account-tables.ts'
import type { DeletedKind, DeletionNotice, DeletionReason } from './retention/deletion.ts'

/**
 * Where a publication stands. Only a public one is shown to everybody, one for members to staff of the organisations that it
 * concerns.
 */
export type PublicationState = 'draft' | 'members' | 'public' | 'withdrawn'

interface StudyTable {
  study_id: string
  /** Whose it is. */
  organisation_id: string
  title: JsonColumn<LocalizedText>
  organisation: JsonColumn<Organisation>
  sample: boolean
  try_out: boolean
  /** The working definition, as its author typed it. */
  definition: string
  definition_revision: number
  plan: JsonColumn<ReportPlan>
  created: Generated<Date>
  /** How many people will get the questionnaire; null until a researcher says it. */
  people: Generated<number | null>
  /** Null: in none. */
  programme_id: Generated<string | null>
}

interface VersionTable {
  study_id: string
  /** 1, 2, 3 … within the study. */
  id: number
  hash: string
  /** Canonical JSON of the compiled questionnaire. */
  questionnaire: string
  definition: string
  /** ISO date. */
  published_on: string
}

interface WaveTable {
  study_id: string
  id: string
  title: JsonColumn<LocalizedText>
  address: string
  version: number
  mode: WaveMode
  state: WaveState
  frame: ColumnType<Frame | null, string | null, string | null>
  opened: Generated<Date>
  /** ISO date; null while people may begin. */
  closed_on: string | null
  /** How many days after closing who had begun may still send. */
  grace_days: Generated<number>
  /** How many responses at least are sealed together. */
  portion: Generated<number>
  /** The batch that all that waits is in; 1, 2, 3 …, one more with each portion. */
  arriving: Generated<number>
  /** ISO dates of the first and the last day on which people may begin; null where none was set. */
  opens_on: string | null
  closes_on: string | null
  /** ISO date from which its results can be read; null where nobody set one. */
  results_from: string | null
  /** Null: all that the questionnaire has and that were released. */
  languages: readonly LanguageCode[] | null
  channels: Generated<readonly OfferedChannel[]>
  quotas: ColumnType<Quotas | null, string | null | undefined, string | null>
  try_out: Generated<boolean>
  /** ISO date on which a try-out erases itself. */
  erases_on: string | null
  /** After its end: whether it can no longer be seen which responses were sealed together. */
  mixed: Generated<boolean>
  paper_entry: Generated<PaperEntryWay>
}

/** Which study an address belongs to: small, and on every node of a distributed database. */
interface WaveAddressTable {
  address: string
  study_id: string
  wave_id: string
}

/** No exact time, no serial number: nothing that tells who came when. */
interface ResponseTable {
  study_id: string
  id: string
  wave_id: string
  version: number
  answers: JsonColumn<Record<string, Json>>
  empties: JsonColumn<Record<string, EmptyKind>>
  codes: number[]
  numbers: number[]
  language: string
  channel: ResponseChannel
  /** Who helped; in an anonymous wave it is a margin once it is sealed. */
  help: Generated<HelpKind>
  /** ISO week. */
  week: string
  withdrawal_hash: string | null
  content_hash: string
  flags: ColumnType<ResponseFlags, string | undefined, string>
}

/** Responses of an anonymous wave that no portion has sealed yet. Nothing counts or analyses them. */
interface PendingResponseTable extends ResponseTable {
  batch: number
}

/** Who may answer: a keyed hash of each code, and the group of the list that it was handed out in. */
interface AccessCodeTable {
  study_id: string
  wave_id: string
  code_hash: string
  stratum: string | null
  state: Generated<'unused' | 'used'>
  /** Only in confidential waves; in anonymous ones nothing ties a code to a response. */
  response_id: string | null
  /** What staff know of the invitation that it was in; null when it was sent, or handed out without one. */
  outcome: Generated<CodeOutcome | null>
}

/** The codes that unsealed responses of anonymous waves came with. */
interface PendingCodeTable {
  study_id: string
  wave_id: string
  code_hash: string
  batch: number
}

/** What is counted over a whole anonymous wave because on a single response it would tell whose it is. */
interface WaveMarginTable {
  study_id: string
  wave_id: string
  margin: 'channel' | 'language' | 'help'
  value: string
  responses: number
}

/** The codes of a group in an anonymous wave that has ended, when the codes themselves are gone. */
interface CodeCountTable {
  study_id: string
  wave_id: string
  /** Empty without groups. */
  stratum: string
  made: number
  /** Rounded down, so that nobody's taking part can be read from it. */
  used: number
  /** These four are of codes that were not used. */
  undeliverable: Generated<number>
  not_in_group: Generated<number>
  refused: Generated<number>
  not_invited: Generated<number>
}

/** One row per sealed portion. */
interface SealTable {
  study_id: string
  wave_id: string
  /** 1, 2, 3 … */
  portion: number
  responses: number
  codes: number
  /** ISO date. */
  sealed_on: string
}

interface DraftTable {
  study_id: string
  id: string
  wave_id: string
  revision: number
  answers: JsonColumn<Record<string, Json>>
  language: string
  asked: JsonColumn<readonly string[]>
  /** ISO week of the last change; the database knows it when it is left out. */
  week: Generated<string>
  /** Keyed hash of what was worked out of the words, with `sealed`; null of drafts that no words lead to. */
  words_hash: string | null
  /** The answers, when nobody can read them here. */
  sealed: string | null
  /** A random mark of the device that changed it last; empty for the one that it began on. */
  device: Generated<string>
}

/** What somebody typed of a paper form, until somebody else typed the same. No time, and no code in clear. */
interface PaperEntryTable {
  study_id: string
  id: string
  wave_id: string
  /** Keyed hash of the number or the code on the form. */
  form_hash: string
  pass: 1 | 2
  entered_by: string
  sealed: Buffer
  state: PaperEntryState
}

/** Of a response that was withdrawn, only that there was one. */
interface WithdrawnResponseTable {
  study_id: string
  id: string
  /** ISO week of the withdrawal; the database knows it when it is left out. */
  week: Generated<string>
}

interface PublicationTable {
  study_id: string
  id: string
  wave_id: string
  edition: number
  /** ISO date. */
  published_on: string
  state: PublicationState
  /** Whose respondents it is about; null for all. */
  organisation_id: string | null
  /** ISO date from which everybody could read it; null when only members ever could. */
  public_since: string | null
  /** Canonical JSON, to the byte as it was published; empty when its term is over. */
  content: string
  /** What is left of one whose term is over. */
  tombstone: ColumnType<PublicationTombstone | null, string | null | undefined, string | null>
}

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

/** Which study a publication belongs to, for links that name the publication only. */
interface PublicationAddressTable {
  id: string
  study_id: string
}

interface OrganisationTable {
  id: string
  name: string
}

/** Studies of an organisation that belong together. */
interface ProgrammeTable {
  id: string
  organisation_id: string
  name: string
}

/** An organisation that shares a study, and the respondents that are its own: the value of one variable. */
interface StudyOrganisationTable {
  study_id: string
  organisation_id: string
  variable: string | null
  value: number | null
}

/** Whether fieldwork waits for an organisation, where that was set. */
interface ApprovalSettingTable {
  study_id: string
  organisation_id: string
  needed: boolean
}

/** Somebody asked for approval of a version, or answered. Rows are only added. */
interface ApprovalStepTable {
  study_id: string
  /** 1, 2, 3 … within the study. */
  number: number
  kind: ApprovalStep['kind']
  version: number
  version_hash: string
  organisation_id: string | null
  user_id: string | null
  user_name: string
  at: Date
  remark: string
}

interface MembershipTable {
  id: string
  organisation_id: string
  user_id: string
  role: Role
  /** Null: not in one study only. */
  study_id: string | null
  /** Null: not in one programme only. */
  programme_id: Generated<string | null>
}

interface StaffInvitationTable {
  id: string
  token_hash: string
  organisation_id: string
  study_id: string | null
  programme_id: Generated<string | null>
  role: Role
  email: string
  invited_by: string | null
  expires_at: Date
  accepted_at: Date | null
}

/** What staff did and saw. Rows are only added, and each holds the hash of the one before. */
interface AuditLogTable {
  /** 1, 2, 3 … */
  number: string
  at: Date
  user_id: string | null
  user_name: string
  action: string
  organisation_id: string | null
  study_id: string | null
  details: JsonColumn<Readonly<Record<string, Json>>>
  previous: string
  hash: string
}

/** The last of the audit log. */
interface AuditHeadTable {
  single: Generated<boolean>
  number: string
  hash: string
}

/** What speakers said about texts; rows are only added. */
interface TextReleaseTable {
  id: Generated<string>
  language: string
  key: string
  source_hash: string
  text_hash: string
  released_by: string
  /** ISO date. */
  released_on: string
  taken_back: boolean
}

/** A backup that was made from this database, whether its file is still there or not. */
interface BackupTable {
  /** In the order in which they were made. */
  id: Generated<string>
  /** ISO date. */
  made_on: string
  /** Its whole path, on the machine that made it. */
  file: string
  bytes: string
  sha256: string
  unsealed: JsonColumn<readonly UnsealedBatch[]>
  /** ISO date. */
  deleted_on: string | null
}

/** One row, once a key is used. */
interface InstallationKeyTable {
  single: Generated<boolean>
  /** Of the key that codes and contacts are stored under. */
  fingerprint: string
}

/** The tables, as Kysely knows them. Repositories turn rows into the plain values of the model. */
export interface Schema extends FieldworkTables, OutboxTables, AccountTables, SingleAnswerTables {
  studies: StudyTable
  versions: VersionTable
  waves: WaveTable
  wave_addresses: WaveAddressTable
  responses: ResponseTable
  pending_responses: PendingResponseTable
  access_codes: AccessCodeTable
  pending_codes: PendingCodeTable
  wave_margins: WaveMarginTable
  code_counts: CodeCountTable
  seals: SealTable
  drafts: DraftTable
  paper_entries: PaperEntryTable
  withdrawn_responses: WithdrawnResponseTable
  publications: PublicationTable
  publication_addresses: PublicationAddressTable
  organisations: OrganisationTable
  programmes: ProgrammeTable
  study_organisations: StudyOrganisationTable
  approval_settings: ApprovalSettingTable
  approval_steps: ApprovalStepTable
  memberships: MembershipTable
  staff_invitations: StaffInvitationTable
  audit_log: AuditLogTable
  audit_head: AuditHeadTable
  text_releases: TextReleaseTable
  backups: BackupTable
  installation_key: InstallationKeyTable
  'contact.study_keys': StudyKeyTable
  'contact.people': PersonTable
  'contact.erasures': ErasureTable
  retention_terms: RetentionTermsTable
  legal_holds: LegalHoldTable
  deletions: DeletionTable
  deletion_heads: DeletionHeadTable
  clearings: ClearingTable
}
