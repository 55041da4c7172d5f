import { samplePlan, type SamplePlan } from '../../fieldwork/sample-plan.ts'
import type { ExitCode } from '../exit-code.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'

export interface FramePlan {
  readonly population?: number
  /** How many people each stratum has. */
  readonly stratum: Readonly<Record<string, number>>
  readonly margin: number
  readonly response: number
}

/**
 * Says how many people to invite for a margin, and that it is everyone where that is so. Needs no data.
 *
 * @returns 1 without a population
 * @throws Problem `peopleNotCountable`, `fractionOutOfRange`
 */
export function planFrame({ terminal }: Surroundings, { population, stratum, margin, response }: FramePlan): ExitCode {
  const people = Object.keys(stratum).length > 0 ? stratum : population
  if (people === undefined) {
    terminal.warn(say('planWithoutPeople'))
    return 1
  }
  const plan = samplePlan({ people, margin, expectedResponse: response })
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
