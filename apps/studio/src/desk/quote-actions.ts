import type { StudyOutline, StudyQuote } from '../api/desk-types.ts'
import { isResearcher } from './desks.ts'

/** States in the order in which people look at them. */
export const QUOTE_STATES: readonly StudyQuote['state'][] = ['proposed', 'released', 'refused', 'takenBack']

export type QuoteAction = 'release' | 'refuse' | 'takeBack'

/**
 * What somebody may do with a quote now: a client expert decides, never about a proposal of their own; a researcher takes
 * a proposal back; once released, each of them can.
 */
export function quoteActions(
  { state, mine }: Pick<StudyQuote, 'state' | 'mine'>,
  roles: StudyOutline['roles'],
): readonly QuoteAction[] {
  if (state === 'released') return ['takeBack']
  if (state !== 'proposed') return []
  const decides = roles.includes('clientExpert') && !mine
  return [...(decides ? (['release', 'refuse'] as const) : []), ...(isResearcher(roles) ? (['takeBack'] as const) : [])]
}
