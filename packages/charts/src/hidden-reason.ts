import type { HiddenReason, LocalizedText } from '@klankbord/model'
import { chartTexts } from './chart-texts.ts'
import type { FigureContext } from './figure-context.ts'
import { localized } from './localized.ts'

/** A group of which may be told whether and why it is hidden. */
type Neighbour = { readonly label: LocalizedText } & (
  { readonly status: 'shown' | 'indicative' } | { readonly status: 'hidden'; readonly reason: HiddenReason }
)

/**
 * Why a figure is not shown, as one or two short sentences. A figure that is hidden only to protect a neighbour
 * names that neighbour when it is the only one. Where shares are weighted it may have been hidden for the weights, which a
 * released table does not tell apart: the sentence names both.
 *
 * @param neighbours the groups of the same table
 */
export function hiddenReason(
  reason: HiddenReason,
  context: FigureContext,
  neighbours: readonly Neighbour[] = [],
): string {
  const text = chartTexts(context.language)
  if (reason === 'tooFew') return text('hiddenTooFew', { least: context.leastGroup })
  if (reason === 'sensitive') return text('hiddenSensitive')
  if (reason === 'uniform') return text('hiddenUniform')
  if (context.weighted) return text('hiddenWeighted')
  const protectedOnes = neighbours.filter((group) => group.status === 'hidden' && group.reason !== 'complementary')
  const only = protectedOnes.length === 1 ? protectedOnes[0] : undefined
  return only ? text('hiddenForNeighbour', { group: localized(only.label, context) }) : text('hiddenForAnother')
}
