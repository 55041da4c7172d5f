import type { DispositionCounts, FieldworkAccount } from '@klankbord/model'

/** The parts that everybody who was invited falls into, in the order of the bar. */
export const ACCOUNT_PARTS = ['answered', 'open', 'refused', 'undeliverable', 'notInGroup', 'withdrawn'] as const
export type AccountPart = (typeof ACCOUNT_PARTS)[number]

/** One part of an account. */
export interface CountedPart {
  readonly part: AccountPart
  readonly people: number
  /** Where it begins in the bar and how long it is there, from 0 to 100. */
  readonly from: number
  readonly share: number
}

/** The parts of an account, which add up to everybody who was invited. */
export function partsOf(account: FieldworkAccount): readonly CountedPart[] {
  let from = 0
  return ACCOUNT_PARTS.map((part) => {
    const people = account[part]
    const share = account.invited === 0 ? 0 : (100 * people) / account.invited
    const counted = { part, people, from, share }
    from += share
    return counted
  })
}

/** What the invitations of a group came to, in the order of the sentence: together they are everybody who was invited. */
export const STRATUM_PARTS = ['undeliverable', 'notInGroup', 'refused', 'used', 'open'] as const

/** A share as a percentage with one decimal, as the command tells it; null where there is none. */
export function percentOf(share: number | null): number | null {
  return share === null ? null : Math.round(share * 1000) / 10
}

/** The account of people who were asked by name for an open round: nobody knows who of them answered. */
export function withoutAnswers(counts: DispositionCounts): FieldworkAccount {
  return { ...counts, answered: counts.used, withdrawn: 0 }
}
