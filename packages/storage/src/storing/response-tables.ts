import type { EmptyKind, HelpKind, Json, PaperEntryState, ResponseChannel, ResponseFlags } from '@klankbord/model'
import type { ColumnType, Generated, JSONColumnType as JsonColumn } from 'kysely'
import type { CodeOutcome } from '../fieldwork/fieldwork-tables.ts'

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

/** What people answered, what they had begun, and the codes that they came with. */
export interface ResponseTables {
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
}
