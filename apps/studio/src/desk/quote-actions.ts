import type { StudyOutline, StudyQuote } from '../api/desk-types.ts'

/** States in the order in which people look at them. */
export const QUOTE_STATES: readonly StudyQuote['state'][] = ['proposed', 'released', 'refused', 'takenBack']

export type QuoteAction = 'release' | 'refuse' | 'takeBack'

/** What somebody may do with a quote now: a client expert decides, never about a proposal of their own. */
export function quoteActions(
  { state, mine }: Pick<StudyQuote, 'state' | 'mine'>,
  roles: StudyOutline['roles'],
): readonly QuoteAction[] {
  if (state === 'refused' || state === 'takenBack') return []
  const decides = state === 'proposed' && roles.includes('clientExpert') && !mine
  return [...(decides ? (['release', 'refuse'] as const) : []), 'takeBack']
}
