import type { RepresentedGroups, ResponseAccount } from '@klankbord/model'
import { chartTexts } from './chart-texts.ts'
import type { FigureContext } from './figure-context.ts'
import type { RepresentationFigure, RepresentationRow } from './figure.ts'
import { hiddenReason } from './hidden-reason.ts'
import { localized } from './localized.ts'
import { points, wholeHalfUp, wholePercent } from './whole-percent.ts'

/** Room beyond the longest bar for its label. */
const ROOM = 1.2

/**
 * The figure of who is missing, as the publication says it: which groups are heard too little is decided there. Null where
 * it says nothing of it.
 */
export function representationFigure(
  { frame, answered }: ResponseAccount,
  missing: readonly RepresentedGroups[],
  context: FigureContext,
): RepresentationFigure | null {
  const rows = missing.flatMap((one) => sectionRows(one, context))
  if (frame === null || rows.length === 0) return null
  const longest = Math.max(...rows.map((r) => (r.status === 'shown' ? Math.max(r.population.at, r.answers.at) : 0)))
  return {
    kind: 'representation',
    language: context.language,
    name: 'representation',
    domain: { min: 0, max: Math.max(10, Math.ceil(longest * ROOM)) },
    source: localized(frame.source, context),
    population: frame.population,
    answered,
    rows,
  }
}

function sectionRows(
  { label: trait, answers, groups }: RepresentedGroups,
  context: FigureContext,
): readonly RepresentationRow[] {
  const section = localized(trait, context)
  const people = groups.reduce((sum, group) => sum + group.people, 0)
  return groups.map((group) => {
    const label = localized(group.label, context)
    if (group.status === 'hidden')
      return {
        section,
        label,
        status: 'hidden',
        why: hiddenReason(group.reason, { ...context, weighted: false }, groups),
      }
    return {
      section,
      label,
      status: 'shown',
      population: part(group.people, people),
      answers: { ...part(group.answers, answers), low: wholeHalfUp(group.low), high: wholeHalfUp(group.high) },
      rate: wholePercent(group.answers, group.people),
      verdict: group.verdict,
      verdictText: chartTexts(context.language)(`represented_${group.verdict}`),
    }
  })
}

function part(count: number, n: number): { readonly count: number; readonly percent: number; readonly at: number } {
  return { count, percent: wholePercent(count, n), at: n === 0 ? 0 : points(count / n) }
}
