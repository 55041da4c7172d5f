import type { DisclosurePolicy } from '@klankbord/model'
import {
  invitationsByStratum,
  invitationsNeeded,
  type Invitations,
  type StratumInvitations,
} from '@klankbord/statistics'

/** What is asked of a sample. */
export interface SampleWish {
  /** How many people there are; by stratum where they are drawn so. */
  readonly people: number | Readonly<Record<string, number>>
  /** To either side, as a part of a whole: 0.05. */
  readonly margin: number
  /** Which part is expected to answer, above 0. */
  readonly expectedResponse: number
}

/** How many people to invite. */
export interface SamplePlan extends Invitations {
  /** Empty without strata. */
  readonly strata: readonly StratumInvitations[]
  /** Answers that a stratum must bring to be shown. */
  readonly leastGroup: number
}

/**
 * How many people to invite for a margin, and whether that is everyone. Needs no data.
 *
 * @throws Problem `peopleNotCountable`, `fractionOutOfRange`
 */
export function samplePlan(
  { people, margin, expectedResponse }: SampleWish,
  { leastGroup }: Pick<DisclosurePolicy, 'leastGroup'>,
): SamplePlan {
  if (typeof people === 'number')
    return { ...invitationsNeeded({ population: people, margin, expectedResponse }), strata: [], leastGroup }
  const plan = invitationsByStratum({ strata: people, margin, expectedResponse, least: leastGroup })
  const { needed, invite, everyone, expectedAnswers, reachableMargin, strata } = plan
  return { needed, invite, everyone, expectedAnswers, reachableMargin, strata, leastGroup }
}

/** The same for a list: for those on it who may be drawn. */
export function framePlan(
  strata: readonly { readonly name: string; readonly eligible: number }[],
  wish: Omit<SampleWish, 'people'>,
  policy: Pick<DisclosurePolicy, 'leastGroup'>,
): SamplePlan {
  const drawable = strata.filter(({ eligible }) => eligible > 0)
  const [first] = drawable
  const people =
    drawable.length > 1
      ? Object.fromEntries(drawable.map(({ name, eligible }) => [name, eligible]))
      : (first?.eligible ?? 0)
  return samplePlan({ people, ...wish }, policy)
}
