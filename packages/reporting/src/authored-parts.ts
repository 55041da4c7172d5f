import {
  problem,
  type AuthoredTexts,
  type Publication,
  type PublishedAudience,
  type PublishedText,
  type ReportPlan,
} from '@klankbord/model'
import { settleTexts, type TypedLabel } from '@klankbord/disclosure'
import type { PublishInput } from './publish-input.ts'

/**
 * A publication with what its authors wrote, every number in it in its place.
 *
 * @throws Problem what `settleTexts` throws; `textTargetUnknown` also for words to an audience that the plan does not have
 */
export function withTexts(
  content: Omit<Publication, 'hash'>,
  { texts = {}, decisions = [], plan }: Pick<PublishInput, 'texts' | 'decisions' | 'plan'>,
): Omit<Publication, 'hash'> {
  const { audiences: words = [], ...settled } = settleTexts(content, {
    authored: texts,
    decisions,
    labels: labelsOf(plan),
  })
  const audiences = audiencesOf(plan, words)
  return { ...content, ...settled, ...(audiences.length > 0 && { audiences }) }
}

/** What each audience of the plan gets and is told, in the order of the plan. */
function audiencesOf(
  { audiences = [] }: ReportPlan,
  words: NonNullable<AuthoredTexts<PublishedText>['audiences']>,
): readonly PublishedAudience[] {
  const unknown = words.find(({ audience }) => !audiences.some((one) => one.audience === audience))?.audience
  if (unknown !== undefined) {
    const expected = 'an audience of the plan'
    throw problem('textTargetUnknown', { field: `audiences/${unknown}`, name: unknown, expected })
  }
  return audiences.map((one) => ({ ...one, ...words.find(({ audience }) => audience === one.audience) }))
}

/** The labels that a plan gives: of bands, in which the limits of the band may stand, of merges and of breakdowns. */
export function labelsOf({ breakdowns }: ReportPlan): readonly TypedLabel[] {
  return breakdowns.flatMap(({ bands = [], merges = [], label: own }, breakdown) => {
    const field = `plan/breakdowns/${breakdown}`
    return [
      ...bands.map(({ label, from, to }, band) => ({
        field: `${field}/bands/${band}/label`,
        label,
        numbers: [from, to].flatMap((limit) => (limit === undefined ? [] : [limit - 1, limit])),
      })),
      ...merges.map(({ label }, merge) => ({ field: `${field}/merges/${merge}/label`, label, numbers: [] })),
      ...(own === undefined ? [] : [{ field: `${field}/label`, label: own, numbers: [] }]),
    ]
  })
}
