import type {
  EmptyKind,
  Frame,
  Json,
  LocalizedText,
  Organisation,
  ReportPlan,
  ResponseChannel,
  WaveMode,
  WaveState,
} from '@klankbord/model'
import type { ColumnType, Generated, JSONColumnType } from 'kysely'

/** A column of JSON: read as the value, written as its text. */
type JsonColumn<T extends object> = JSONColumnType<T>

/** Where a publication stands. Only a public one is shown to everybody. */
export type PublicationState = 'draft' | 'public' | 'withdrawn'

interface StudyTable {
  study_id: string
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
  /** ISO week. */
  week: string
  withdrawal_hash: string | null
  content_hash: string
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
  /** Canonical JSON, to the byte as it was published. */
  content: string
}

/** Which study a publication belongs to, for links that name the publication only. */
interface PublicationAddressTable {
  id: string
  study_id: string
}

interface UserTable {
  id: string
  name: string
}

interface SignInLinkTable {
  token_hash: string
  user_id: string
  expires: Date
  used: Generated<boolean>
}

interface SessionTable {
  token_hash: string
  user_id: string
  expires: Date
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

/** The tables, as Kysely knows them. Repositories turn rows into the plain values of the model. */
export interface Schema {
  studies: StudyTable
  versions: VersionTable
  waves: WaveTable
  wave_addresses: WaveAddressTable
  responses: ResponseTable
  drafts: DraftTable
  withdrawn_responses: WithdrawnResponseTable
  publications: PublicationTable
  publication_addresses: PublicationAddressTable
  users: UserTable
  sign_in_links: SignInLinkTable
  sessions: SessionTable
  text_releases: TextReleaseTable
}
