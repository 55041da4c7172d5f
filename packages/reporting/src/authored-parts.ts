import type { Publication, ReportPlan } from '@klankbord/model'
import { settleTexts, type TypedLabel } from '@klankbord/disclosure'
import type { PublishInput } from './publish-input.ts'

/**
 * A publication with what its authors wrote, every number in it in its place.
 *
 * @throws Problem what `settleTexts` throws
 */
export function withTexts(
  content: Omit<Publication, 'hash'>,
  { texts = {}, decisions = [], plan }: Pick<PublishInput, 'texts' | 'decisions' | 'plan'>,
): Omit<Publication, 'hash'> {
  return { ...content, ...settleTexts(content, { authored: texts, decisions, labels: labelsOf(plan) }) }
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
