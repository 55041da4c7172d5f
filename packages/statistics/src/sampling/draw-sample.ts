import { problem } from '@klankbord/model'
import type { ByStratum } from './allocate-sample.ts'
import { chanceOf } from './chance-of.ts'
import { everyPerson, householdsInSeveralStrata, onePerHousehold, type Candidate } from './one-per-household.ts'
import { requirePeople } from './sample-size.ts'
import { countsBy, exclusionsOf, frameDigest, requireFrame, type FrameRow } from './sampling-frame.ts'

/** How a sample is drawn. */
export interface DrawPlan {
  /** How many people of each stratum, or everybody. Every stratum of the frame must be named; 0 leaves it out. */
  readonly strata: ByStratum | 'everyone'
  /** Of the people at one address one is chosen by chance first, whatever their strata are. */
  readonly onePerHousehold: boolean
  /** Reason by id, of who may not be drawn ("invitedRecently"). Ids that are not on the frame do nothing. */
  readonly exclude: ReadonlyMap<string, string>
}

/**
 * Somebody who was drawn, with the chance that this person had: of being the one of the household, times of being drawn
 * from the stratum. Its inverse is the design weight.
 */
export type DrawnPerson = Candidate

/** What became of the people of one stratum: frame = excluded + leftInHousehold + eligible, of whom some are drawn. */
export interface StratumDraw {
  readonly stratum: string
  readonly frame: number
  readonly excluded: number
  /** Not chosen, because somebody else at the address was. */
  readonly leftInHousehold: number
  /** Those among whom chance decided. */
  readonly eligible: number
  /** What the plan asked; null for everybody. More than are eligible draws all of them. */
  readonly asked: number | null
  readonly drawn: number
}

/** Everything that is needed to tell, and to make again, how a sample came about. It holds no id. */
export interface DrawRecord {
  readonly algorithm: 'sha256-order'
  readonly version: 1
  readonly seed: string
  readonly onePerHousehold: boolean
  /** Of all rows of the frame, whatever their order. */
  readonly frameDigest: string
  /** Of the ids with their reasons, those on the frame only. */
  readonly exclusionDigest: string
  readonly exclusions: Readonly<Record<string, number>>
  /** Households that have eligible people in more than one stratum: their probabilities hold given the first choice. */
  readonly householdsInSeveralStrata: number
  /** By the name of the stratum. */
  readonly strata: readonly StratumDraw[]
}

/**
 * Draws a stratified simple random sample without replacement. The same seed draws the same people, whatever the order
 * of the rows, and on every machine.
 *
 * Method: chance is SHA-256. Of everybody who may be drawn, the hash of `seed⏎stratum⏎id` is taken; in each stratum those
 * with the lowest hashes are drawn (permanent random numbers: Ohlsson 1995, in Business Survey Methods). Anybody with
 * the frame can check it with `printf 'SEED\nstratum\nID' | sha256sum`. With one per household the person with the lowest
 * hash of `seed⏎household⏎id` is chosen first. Where the people of a household are in several strata, how many are left
 * per stratum is itself chance; the probability is then that of two-phase sampling, given the first phase, whose inverse
 * still gives unbiased totals (Särndal, Swensson & Wretman 1992, Model Assisted Survey Sampling, chapter 9).
 *
 * @param frame each id once; ids are random and mean nothing outside of the study, never a name or a citizen number
 * @param seed one line of text, agreed before anybody saw what it draws
 * @example drawSample(frame, { strata: { Noord: 40, Oost: 20 }, onePerHousehold: true, exclude: new Map() }, seed).drawn
 * @throws Problem `frameIdsRepeated`, `seedMissing`, `unknownStratum`, `stratumForgotten`, `peopleNotCountable`
 */
export function drawSample(
  frame: readonly FrameRow[],
  plan: DrawPlan,
  seed: string,
): { readonly drawn: readonly DrawnPerson[]; readonly record: DrawRecord } {
  if (seed.trim() === '' || /[\r\n]/u.test(seed)) throw problem('seedMissing', {})
  requireFrame(frame)
  const asked = askedOf(frame, plan.strata)
  const allowed = frame.filter(({ id }) => !plan.exclude.has(id))
  const candidates = plan.onePerHousehold ? onePerHousehold(allowed, seed) : everyPerson(allowed)
  const drawn = [...asked].flatMap(([name, size]) =>
    drawFrom(
      candidates.filter(({ stratum }) => stratum === name),
      size,
      seed,
    ),
  )
  return {
    drawn: drawn.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    record: {
      algorithm: 'sha256-order',
      version: 1,
      seed,
      onePerHousehold: plan.onePerHousehold,
      frameDigest: frameDigest(frame),
      ...exclusionsOf(frame, plan.exclude),
      householdsInSeveralStrata: plan.onePerHousehold ? householdsInSeveralStrata(allowed) : 0,
      strata: strataOf(asked, { frame, allowed, candidates, drawn }),
    },
  }
}

/** What the plan asks of each stratum, by name; null for everybody. */
function askedOf(frame: readonly FrameRow[], sizes: ByStratum | 'everyone'): ReadonlyMap<string, number | null> {
  const known = [...new Set(frame.map(({ stratum }) => stratum))].toSorted()
  if (sizes === 'everyone') return new Map(known.map((stratum) => [stratum, null]))
  const given = new Map(Object.entries(sizes))
  for (const [stratum, size] of given) {
    if (!known.includes(stratum)) throw problem('unknownStratum', { stratum, known })
    requirePeople(`sample of ${stratum}`, size, 0)
  }
  return new Map(
    known.map((stratum) => {
      const size = given.get(stratum)
      if (size === undefined) throw problem('stratumForgotten', { stratum })
      return [stratum, size]
    }),
  )
}

/** So many with the lowest chance numbers; all of them when there are no more. */
function drawFrom(candidates: readonly Candidate[], size: number | null, seed: string): readonly DrawnPerson[] {
  if (size === null || size >= candidates.length) return candidates
  return candidates
    .map((candidate) => ({ candidate, chance: chanceOf(seed, 'stratum', candidate.id) }))
    .toSorted((a, b) => (a.chance < b.chance ? -1 : 1))
    .slice(0, size)
    .map(({ candidate }) => ({ ...candidate, probability: candidate.probability * (size / candidates.length) }))
}

interface Stages {
  readonly frame: readonly FrameRow[]
  readonly allowed: readonly FrameRow[]
  readonly candidates: readonly Candidate[]
  readonly drawn: readonly DrawnPerson[]
}

function strataOf(asked: ReadonlyMap<string, number | null>, stages: Stages): readonly StratumDraw[] {
  const counterOf = (people: readonly { readonly stratum: string }[]): ((stratum: string) => number) => {
    const counts = countsBy(people, ({ stratum }) => stratum)
    return (stratum) => counts.get(stratum) ?? 0
  }
  const frame = counterOf(stages.frame)
  const allowed = counterOf(stages.allowed)
  const eligible = counterOf(stages.candidates)
  const drawn = counterOf(stages.drawn)
  return [...asked].map(([stratum, size]) => ({
    stratum,
    frame: frame(stratum),
    excluded: frame(stratum) - allowed(stratum),
    leftInHousehold: allowed(stratum) - eligible(stratum),
    eligible: eligible(stratum),
    asked: size,
    drawn: drawn(stratum),
  }))
}
