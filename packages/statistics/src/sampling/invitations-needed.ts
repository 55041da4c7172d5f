import {
  marginOfError,
  requireFraction,
  requirePeople,
  sampleSize,
  wholeDown,
  wholeUp,
  type Precision,
  type WantedPrecision,
} from './sample-size.ts'

/** How many people to ask for how many answers. */
export interface Invitations {
  /** Answers that the margin asks for. */
  readonly needed: number
  /** People to invite; never more than there are. */
  readonly invite: number
  /** Nobody can be left out: fewer invitations are expected to bring too few answers. */
  readonly everyone: boolean
  /** Answers that so many invitations are expected to bring, rounded down. */
  readonly expectedAnswers: number
  /**
   * The margin when everybody is invited, by chance alone: the narrowest that can be had at this response. It is wider
   * than the wanted one where not even everybody is enough. Null where no answer is expected.
   */
  readonly reachableMargin: number | null
}

/**
 * How many people to invite for a margin, when this part of them is expected to answer.
 *
 * In a small town the answer often is "everybody, and even then the margin is wider": at ±5 points and 35 % response
 * that holds for every population below about 715. What limits such a study is who does not answer, not chance.
 *
 * @param wanted with `expectedResponse` above 0 and at most 1
 * @example invitationsNeeded({ population: 500, margin: 0.05, expectedResponse: 0.35 })
 * // { needed: 218, invite: 500, everyone: true, expectedAnswers: 175, reachableMargin: 0.0598… }
 * @throws Problem `peopleNotCountable`, `fractionOutOfRange`, `levelOutOfRange`
 */
export function invitationsNeeded({
  expectedResponse,
  ...wanted
}: WantedPrecision & { readonly expectedResponse: number }): Invitations {
  const needed = sampleSize(wanted)
  return { needed, ...invitationsFor(needed, expectedResponse, wanted) }
}

/**
 * The same for a number of answers that is given, not worked out from a margin.
 *
 * @param needed a whole number of answers, at least 0
 */
export function invitationsFor(
  needed: number,
  expectedResponse: number,
  precision: Precision,
): Omit<Invitations, 'needed'> {
  requireFraction('expectedResponse', expectedResponse)
  requirePeople('needed', needed, 0)
  const { population } = precision
  const invite = Math.min(wholeUp(needed / expectedResponse), population)
  const answersOfAll = wholeDown(population * expectedResponse)
  return {
    invite,
    everyone: invite === population,
    expectedAnswers: wholeDown(invite * expectedResponse),
    reachableMargin: answersOfAll === 0 ? null : marginOfError({ ...precision, answers: answersOfAll }),
  }
}
