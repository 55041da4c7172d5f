import { problem } from '../problem.ts'
import { sumOfCounts, type DispositionCounts, type FieldworkAccount } from './fieldwork-account.ts'

/** What became of the codes of one stratum. `open` is worked out: whatever is left of the invited. */
export type StratumCodes = { readonly stratum: string } & Omit<DispositionCounts, 'open'>

/** What came in, without where it came from: how many, and how many by mode, by help, by language. */
export interface ResponseMargins {
  readonly answered: number
  readonly withdrawn: number
  /** By the name of the margin and its value. Withdrawn ones may be among them: of those nobody knows the mode any more. */
  readonly margins: Readonly<Record<string, Readonly<Record<string, number>>>>
}

/** The account of an anonymous wave: what became of the codes by stratum, and beside it what came in. Never their cross. */
export interface AnonymousAccount {
  readonly total: FieldworkAccount
  /** Strata with too few codes are taken together, so that no row tells of a few people whether they took part. */
  readonly strata: readonly ({ readonly strata: readonly string[] } & DispositionCounts)[]
  readonly margins: ResponseMargins['margins']
}

/**
 * The account of a wave in which nobody knows which code brought which answers. It is made from the two margins alone;
 * no argument holds an invitation, a code or a response, so nothing that it returns can cross them. Both must be read at
 * one moment, and both move only when a portion is sealed.
 *
 * @param codes of each stratum once; each code counts once, as used or as what else is known of invitations
 * @param leastGroup fewest codes of a row; a total with fewer has no rows at all
 * @throws Problem `accountUnbalanced` when more is accounted for than was invited, when used is not answered and
 *   withdrawn together, or when a margin holds more than came in
 */
export function anonymousAccount(
  codes: readonly StratumCodes[],
  responses: ResponseMargins,
  leastGroup: number,
): AnonymousAccount {
  const strata = codes.map(({ stratum, ...counts }) => ({ strata: [stratum], ...withOpen(counts) }))
  const total = strata.reduce(sumOfCounts, NO_CODES)
  const { answered, withdrawn, margins } = responses
  if (total.used !== answered + withdrawn) throw unbalanced('used', total.used, answered + withdrawn)
  for (const [margin, counts] of Object.entries(margins)) {
    const held = Object.values(counts).reduce((sum, count) => sum + count, 0)
    if (held > total.used) throw unbalanced(margin, total.used, held)
  }
  return { total: { ...total, answered, withdrawn }, strata: notTooSmall(strata, leastGroup), margins }
}

type StratumRow = AnonymousAccount['strata'][number]

const NO_CODES: DispositionCounts = { invited: 0, undeliverable: 0, notInGroup: 0, refused: 0, used: 0, open: 0 }

function withOpen(counts: Omit<DispositionCounts, 'open'>): DispositionCounts {
  const heard = counts.undeliverable + counts.notInGroup + counts.refused + counts.used
  if (heard > counts.invited) throw unbalanced('invited', counts.invited, heard)
  return { ...counts, open: counts.invited - heard }
}

/** Puts the smallest together until what they make is large enough, the next larger one included if it must be. */
function notTooSmall(rows: readonly StratumRow[], leastGroup: number): readonly StratumRow[] {
  const [first, ...rest] = rows.toSorted((a, b) => a.invited - b.invited || (nameOf(a) < nameOf(b) ? -1 : 1))
  if (!first) return []
  if (first.invited < leastGroup) {
    const [next, ...others] = rest
    return next ? notTooSmall([together(first, next), ...others], leastGroup) : []
  }
  return [first, ...rest].toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
}

function together(one: StratumRow, other: StratumRow): StratumRow {
  return { strata: [...one.strata, ...other.strata].toSorted(), ...sumOfCounts(one, other) }
}

const nameOf = (row: StratumRow): string => row.strata[0] ?? ''

const unbalanced = (part: string, expected: number, found: number): Error =>
  problem('accountUnbalanced', { part, expected, found })
