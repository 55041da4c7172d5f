import type {
  AuthoredTexts,
  DisclosurePolicy,
  EditionCorrection,
  Frame,
  LanguageCode,
  LocalizedText,
  NumberDecision,
  OfferedChannel,
  Organisation,
  PaperEntryWay,
  PublicationState,
  PublicationTombstone,
  Quotas,
  ReportPlan,
  WaveMode,
  WaveState,
  Withdrawal,
} from '@klankbord/model'
import type { ColumnType, Generated, JSONColumnType as JsonColumn } from 'kysely'
import type { UnsealedBatch } from './backup/manifest.ts'
import type { FieldworkTables } from './fieldwork/fieldwork-tables.ts'
import type { OutboxTables } from './outbox/outbox-tables.ts'
import type { RetentionTables } from './retention/retention-tables.ts'
import type { SingleAnswerTables } from './single-answers/single-answer-tables.ts'
import type { AccountTables } from './staff/account-tables.ts'
import type { OrganisationTables } from './staff/organisation-tables.ts'
import type { ResponseTables } from './storing/response-tables.ts'

/** What authors say with the figures of a study, with what they decided of the numbers in it. */
export interface ReportWords {
  readonly authored: AuthoredTexts
  readonly decisions: readonly NumberDecision[]
}

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
  /** What it raised of the policy; null where it raised nothing. */
  policy: ColumnType<Partial<DisclosurePolicy> | null, string | null | undefined, string | null>
  /** What authors say with its figures; null until they do. */
  report_texts: ColumnType<ReportWords | null, string | null | undefined, string | null>
  report_texts_revision: Generated<number>
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
  /** From when everybody may read it; stays when it opened by that, goes when somebody decided otherwise before. */
  embargo_until: ColumnType<Date | null, string | null | undefined, string | null>
  withdrawal: ColumnType<Withdrawal | null, string | null | undefined, string | null>
  /** Why it takes the place of the edition before, as its content says it. */
  correction: ColumnType<EditionCorrection | null, string | null | undefined, string | null>
  /** Canonical JSON, to the byte as it was published; empty when its term is over. */
  content: string
  /** What is left of one whose term is over. */
  tombstone: ColumnType<PublicationTombstone | null, string | null | undefined, string | null>
}

/** A plan as it was fixed for a wave; rows are only added. */
interface FixedPlanTable {
  study_id: string
  wave_id: string
  number: number
  /** Canonical JSON. */
  plan: string
  hash: string
  before_results: boolean
  fixed_by: string
  /** ISO date. */
  fixed_on: string
}

/** Which study a publication belongs to, for links that name the publication only. */
interface PublicationAddressTable {
  id: string
  study_id: string
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
export interface Schema
  extends
    AccountTables,
    FieldworkTables,
    OrganisationTables,
    OutboxTables,
    ResponseTables,
    RetentionTables,
    SingleAnswerTables {
  studies: StudyTable
  versions: VersionTable
  waves: WaveTable
  wave_addresses: WaveAddressTable
  publications: PublicationTable
  publication_addresses: PublicationAddressTable
  fixed_plans: FixedPlanTable
  text_releases: TextReleaseTable
  backups: BackupTable
  installation_key: InstallationKeyTable
}
