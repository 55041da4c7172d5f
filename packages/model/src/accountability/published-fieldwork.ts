import type { DispositionCounts } from '../fieldwork/fieldwork-account.ts'
import type { PlaceTotals } from '../fieldwork/place-count.ts'
import type { AnswerMode } from '../study.ts'

/** What became of people who were invited. `noAnswer`: nothing was heard, or in an open wave nobody knows who answered. */
export type InvitationPart = 'answered' | 'withdrawn' | 'undeliverable' | 'notInGroup' | 'refused' | 'noAnswer'

/** In the order in which an account shows them. */
export const INVITATION_PARTS: readonly InvitationPart[] = [
  'undeliverable',
  'notInGroup',
  'refused',
  'withdrawn',
  'noAnswer',
  'answered',
]

/** The fieldwork of a wave as it was counted, before protection. Never leaves the server. */
export interface FieldworkCounts {
  /** What became of the invitations; null without any. */
  readonly invitations: (DispositionCounts & { readonly answered: number; readonly withdrawn: number }) | null
  /** How many answered in which way; empty where nobody counted. */
  readonly modes: Readonly<Partial<Record<AnswerMode, number>>>
  /** Whether `modes` are rounded down already, as of an anonymous wave. */
  readonly rounded: boolean
  /** Answers by ISO week, in order. */
  readonly weeks: readonly { readonly week: string; readonly responses: number }[]
  /** Reminders by ISO week, in order. */
  readonly reminders: readonly { readonly week: string; readonly sent: number }[]
  /** What was counted at places; null where nothing was. */
  readonly places: PlaceTotals | null
}

/** People of whom one of several things is so, because each alone would be too few to tell. */
export interface InvitationCount {
  readonly parts: readonly InvitationPart[]
  readonly people: number
}

/** The fieldwork of a wave as it may be told. Its counts are margins beside each other, and never crossed. */
export interface PublishedFieldwork {
  /** `parts` add up to `invited`; null where nobody was invited by name or code, or where it would tell of a few people. */
  readonly invitations: { readonly invited: number; readonly parts: readonly InvitationCount[] } | null
  /** How people answered; few are taken together with others. `atLeast`: rounded down, so they do not add up. */
  readonly modes: readonly {
    readonly modes: readonly AnswerMode[]
    readonly people: number
    readonly atLeast: boolean
  }[]
  /** When answers came: ISO weeks, both inclusive, each period with enough people. */
  readonly periods: readonly { readonly from: string; readonly to: string; readonly people: number }[]
  /** ISO weeks in which people were reminded, with how many at least. */
  readonly reminders: readonly { readonly week: string; readonly atLeast: number }[]
  /** What was counted at places where anybody could be asked; null where nothing was. */
  readonly places: PlaceTotals | null
}
