import { problem } from '@klankbord/model'
import { frameSummary } from '../../fieldwork/frame-summary.ts'
import { framePlan, samplePlan, type SamplePlan } from '../../fieldwork/sample-plan.ts'
import { referenceOf, waveAt } from '../../respondent/visit.ts'
import { installationPolicy } from '../../study/installation-policy.ts'
import { policyOf } from '../../study/study-policy.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

export interface FramePlan {
  readonly data: string
  /** Address of a wave whose list says how many people there are. */
  readonly wave?: string
  readonly population?: number
  /** How many people each stratum has. */
  readonly stratum: Readonly<Record<string, number>>
  readonly margin: number
  readonly response: number
}

/**
 * Says how many people to invite for a margin, and that it is everyone where that is so. Needs no data, unless it is to
 * read from the list of a wave how many people there are.
 *
 * @returns 1 without a population
 * @throws Problem `unknownWave`, `frameEmpty`, `peopleNotCountable`, `fractionOutOfRange`
 */
export async function planFrame(place: Surroundings, order: FramePlan): Promise<ExitCode> {
  const { data, wave: typed, population, stratum, margin, response: expectedResponse } = order
  if (typed !== undefined)
    return inWorkplace<ExitCode>(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
      const opened = await waveAt(context, typed)
      const { strata } = await frameSummary(context, referenceOf(opened))
      const people = opened.wave.frame?.population ?? 0
      if (strata.length === 0 && people === 0) throw problem('frameEmpty', { wave: opened.wave.address })
      const wish = { margin, expectedResponse }
      const policy = policyOf(context, opened.study)
      return tellPlan(
        place,
        margin,
        strata.length > 0 ? framePlan(strata, wish, policy) : samplePlan({ people, ...wish }, policy),
      )
    })
  const people = Object.keys(stratum).length > 0 ? stratum : population
  if (people === undefined) {
    place.terminal.warn(say('planWithoutPeople'))
    return 1
  }
  return tellPlan(
    place,
    margin,
    samplePlan({ people, margin, expectedResponse }, installationPolicy(place.environment.policy)),
  )
}

function tellPlan({ terminal }: Surroundings, margin: number, plan: SamplePlan): ExitCode {
  terminal.print(say('planNeeded', { needed: plan.needed, margin: points(margin) }))
  for (const line of strataLines(plan)) terminal.print(line)
  terminal.print(inviteLine(plan))
  if (plan.expectedAnswers < plan.needed) terminal.print(reachLine(plan))
  return 0
}

function strataLines({ strata, leastGroup: least }: SamplePlan): readonly string[] {
  return strata.flatMap(({ stratum, population: people, invite, expectedAnswers, everyone, tooSmall }) => [
    say('planStratum', { stratum, people, invite, expectedAnswers, everyone: String(everyone) }),
    ...(tooSmall ? [say('planTooSmall', { stratum, least })] : []),
  ])
}

const inviteLine = ({ invite, everyone, expectedAnswers }: SamplePlan): string =>
  say(everyone ? 'planEveryone' : 'planInvite', { invite, expectedAnswers })

const reachLine = ({ reachableMargin }: SamplePlan): string =>
  reachableMargin === null ? say('planNoAnswers') : say('planReachable', { margin: points(reachableMargin) })

const points = (part: number): string => (part * 100).toFixed(1)
