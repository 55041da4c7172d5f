import { dispositionOf, isWithdrawn, type FieldworkEvent } from './disposition.ts'

/** How many invitations there are, and what became of them: `invited` is the sum of all others. */
export interface DispositionCounts {
  readonly invited: number
  readonly undeliverable: number
  readonly notInGroup: number
  readonly refused: number
  readonly used: number
  /** Nothing was heard of these. */
  readonly open: number
}

/** The same with what came in: `used` is `answered` and `withdrawn` together. */
export interface FieldworkAccount extends DispositionCounts {
  readonly answered: number
  readonly withdrawn: number
}

/** An invitation with what happened to it. */
export interface TracedInvitation {
  readonly stratum: string
  readonly events: readonly FieldworkEvent[]
}

/** Rates of an account as parts of a whole; null where there is nobody to divide by. */
export interface ResponseRates {
  /** Answered, of everybody who was invited. */
  readonly gross: number | null
  /** Answered, of those whom an invitation can have reached and whom the study is about. */
  readonly net: number | null
}

const NOBODY: FieldworkAccount = {
  invited: 0,
  undeliverable: 0,
  notInGroup: 0,
  refused: 0,
  used: 0,
  open: 0,
  answered: 0,
  withdrawn: 0,
}

/**
 * The account of a wave in which it is known which invitation brought which answers (`codeConfidential`). It balances
 * whatever the events: invited = undeliverable + notInGroup + refused + used + open, used = answered + withdrawn, and
 * the strata add up to the total.
 *
 * @returns strata in alphabetical order, and how many were not invited yet, who are in no other number
 */
export function fieldworkAccount(invitations: Iterable<TracedInvitation>): {
  readonly total: FieldworkAccount
  readonly strata: readonly ({ readonly stratum: string } & FieldworkAccount)[]
  readonly notInvitedYet: number
} {
  const byStratum = new Map<string, FieldworkAccount>()
  let notInvitedYet = 0
  for (const { stratum, events } of invitations) {
    const one = accountOf(events)
    if (one === null) notInvitedYet += 1
    else byStratum.set(stratum, sumOf(byStratum.get(stratum) ?? NOBODY, one))
  }
  const strata = [...byStratum].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return {
    total: strata.reduce((sum, [, account]) => sumOf(sum, account), NOBODY),
    strata: strata.map(([stratum, account]) => ({ stratum, ...account })),
    notInvitedYet,
  }
}

/**
 * Gross and net response. Withdrawn answers are not counted as answered. The net rate takes who could not be reached out
 * of the whole, so it may only be shown beside the gross one.
 *
 * @example responseRates(account).net // 0.384
 */
export function responseRates(account: DispositionCounts & { readonly answered: number }): ResponseRates {
  const { invited, undeliverable, notInGroup, answered } = account
  const reached = invited - undeliverable - notInGroup
  return { gross: invited === 0 ? null : answered / invited, net: reached === 0 ? null : answered / reached }
}

/** The account of a single invitation; null when nobody was invited by it yet. */
function accountOf(events: readonly FieldworkEvent[]): FieldworkAccount | null {
  const disposition = dispositionOf(events)
  if (disposition === null) return null
  const came = disposition === 'used' ? { [isWithdrawn(events) ? 'withdrawn' : 'answered']: 1 } : {}
  return { ...NOBODY, invited: 1, [disposition]: 1, ...came }
}

function sumOf(one: FieldworkAccount, other: FieldworkAccount): FieldworkAccount {
  return {
    invited: one.invited + other.invited,
    undeliverable: one.undeliverable + other.undeliverable,
    notInGroup: one.notInGroup + other.notInGroup,
    refused: one.refused + other.refused,
    used: one.used + other.used,
    open: one.open + other.open,
    answered: one.answered + other.answered,
    withdrawn: one.withdrawn + other.withdrawn,
  }
}
