import type { Generated } from 'kysely'
import type { LookedAt } from '../look.ts'
import type { QuoteState } from './quote-state.ts'

/** Somebody looked at single answers. Rows are only added. */
interface LookTable {
  study_id: string
  /** 1, 2, 3 … */
  number: number
  wave_id: string
  what: LookedAt
  responses: number
  purpose: string
  looked_by: string
  /** ISO date. */
  looked_on: string
}

/** That an open answer was made unreadable. Rows are only added, and say nothing of what it said or whose it was. */
interface RedactionTable {
  study_id: string
  /** 1, 2, 3 … */
  number: number
  wave_id: string
  variable: string
  /** Not only stretches of it. */
  whole: boolean
  why: string
  redacted_by: string
  /** ISO date. */
  redacted_on: string
}

/** Words of an open answer that somebody wants to publish. */
interface QuoteTable {
  study_id: string
  id: Generated<string>
  wave_id: string
  response_id: string
  variable: string
  quoted: string
  state: QuoteState
  proposed_by: string
  proposer: string
  /** ISO date. */
  proposed_on: string
  decided_by: string | null
  decider: string | null
  /** ISO date. */
  decided_on: string | null
}

/** What somebody of the staff says about a part of a study. */
interface CommentTable {
  study_id: string
  id: Generated<string>
  place: string
  said: string
  said_by: string
  author: string
  said_at: Date
  resolved_by: string | null
  /** ISO date. */
  resolved_on: string | null
}

/** Tables about single answers, quotes and comments. */
export interface SingleAnswerTables {
  looks: LookTable
  redactions: RedactionTable
  quotes: QuoteTable
  comments: CommentTable
}
