import { problem } from '@klankbord/model'
import { allocateSample, type ByStratum } from './allocate-sample.ts'
import { invitationsFor, invitationsNeeded, type Invitations } from './invitations-needed.ts'
import { marginOfError, sampleSize, stratifiedMargin, wholeDown, type Precision } from './sample-size.ts'

/** What is asked of a sample that is drawn by stratum. */
export interface StratifiedWish extends Omit<Precision, 'population'> {
  /** How many people each stratum has; each at least 1. */
  readonly strata: ByStratum
  /** For everybody together. */
  readonly margin: number
  /** Which part is expected to answer, in all strata alike or in each. */
  readonly expectedResponse: number | ByStratum
  /** Answers that each stratum must bring to be shown at all: the least group of a breakdown. 0 unless told. */
  readonly least?: number
}

/** The invitations of one stratum. */
export interface StratumInvitations extends Invitations {
  readonly stratum: string
  readonly population: number
  /** The margin of this stratum by itself, with the answers that are expected; null without any. */
  readonly margin: number | null
  /** Even with everybody invited fewer answers are expected than the least group: it will not be shown by itself. */
  readonly tooSmall: boolean
  /** What this stratum would need to reach the wanted margin by itself. */
  readonly byItself: Invitations
}

/** The invitations of all strata, and what they are expected to come to. */
export interface StratifiedInvitations {
  readonly strata: readonly StratumInvitations[]
  readonly needed: number
  readonly invite: number
  readonly everyone: boolean
  readonly expectedAnswers: number
  /** The margin for everybody together, weighted to the strata; null when a stratum is expected to stay without answers. */
  readonly margin: number | null
  /** The same when everybody is invited. */
  readonly reachableMargin: number | null
}

/**
 * How many people to invite in each stratum. The answers that the margin needs are divided in proportion; a stratum
 * that would bring less than the least group gets more, and nobody else gets fewer for it.
 *
 * @example invitationsByStratum({ strata: { Noord: 3000, Oost: 60 }, margin: 0.05, expectedResponse: 0.4, least: 10 })
 * @throws Problem `peopleNotCountable`, `fractionOutOfRange`, `levelOutOfRange`, `stratumForgotten` (no response
 *   expected of it)
 */
export function invitationsByStratum(wish: StratifiedWish): StratifiedInvitations {
  const { level, share } = wish
  const precision = { ...(level === undefined ? {} : { level }), ...(share === undefined ? {} : { share }) }
  const people = Object.values(wish.strata).reduce((sum, count) => sum + count, 0)
  const total = sampleSize({ population: people, margin: wish.margin, ...precision })
  const proportional = allocateSample(total, wish.strata)
  const strata = Object.entries(wish.strata).map(([stratum, population]) =>
    stratumInvitations(stratum, { ...precision, population }, proportional[stratum] ?? 0, wish),
  )
  const sumOf = (part: 'needed' | 'invite' | 'expectedAnswers'): number =>
    strata.reduce((sum, row) => sum + row[part], 0)
  const answers = strata.map((row) => ({ population: row.population, answers: row.expectedAnswers }))
  const answersOfAll = strata.map(({ stratum, population }) => ({
    population,
    answers: wholeDown(population * responseOf(stratum, wish)),
  }))
  return {
    strata,
    needed: sumOf('needed'),
    invite: sumOf('invite'),
    everyone: strata.every(({ everyone }) => everyone),
    expectedAnswers: sumOf('expectedAnswers'),
    margin: marginOrNull(answers, precision),
    reachableMargin: marginOrNull(answersOfAll, precision),
  }
}

function stratumInvitations(
  stratum: string,
  precision: Precision,
  proportional: number,
  wish: StratifiedWish,
): StratumInvitations {
  const { population } = precision
  const { margin, least = 0 } = wish
  const expectedResponse = responseOf(stratum, wish)
  const needed = Math.max(proportional, Math.min(least, population))
  const invitations = invitationsFor(needed, expectedResponse, precision)
  const answers = invitations.expectedAnswers
  return {
    stratum,
    population,
    needed,
    ...invitations,
    margin: answers === 0 ? null : marginOfError({ ...precision, answers }),
    tooSmall: wholeDown(population * expectedResponse) < least,
    byItself: invitationsNeeded({ ...precision, margin, expectedResponse }),
  }
}

function responseOf(stratum: string, { expectedResponse }: StratifiedWish): number {
  const response = typeof expectedResponse === 'number' ? expectedResponse : expectedResponse[stratum]
  if (response === undefined) throw problem('stratumForgotten', { stratum })
  return response
}

function marginOrNull(
  strata: Parameters<typeof stratifiedMargin>[0],
  precision: Omit<Precision, 'population'>,
): number | null {
  return strata.some(({ answers }) => answers === 0) ? null : stratifiedMargin(strata, precision)
}
