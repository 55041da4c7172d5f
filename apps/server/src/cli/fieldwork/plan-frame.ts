import { DEFAULT_POLICY } from '@klankbord/model'
import { invitationsByStratum, invitationsNeeded } from '@klankbord/statistics'
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
  const tell = (line: string): void => terminal.print(line)
  if (Object.keys(stratum).length === 0) {
    if (population === undefined) {
      terminal.warn(say('planWithoutPeople'))
      return 1
    }
    const plan = invitationsNeeded({ population, margin, expectedResponse: response })
    tell(say('planNeeded', { needed: plan.needed, margin: points(margin) }))
    tell(inviteLine(plan))
    if (plan.expectedAnswers < plan.needed) tell(reachLine(plan))
    return 0
  }
  const { leastGroup } = DEFAULT_POLICY
  const plan = invitationsByStratum({ strata: stratum, margin, expectedResponse: response, least: leastGroup })
  tell(say('planNeeded', { needed: plan.needed, margin: points(margin) }))
  for (const { stratum: name, population: people, invite, expectedAnswers, everyone, tooSmall } of plan.strata) {
    tell(say('planStratum', { stratum: name, people, invite, expectedAnswers, everyone: String(everyone) }))
    if (tooSmall) tell(say('planTooSmall', { stratum: name, least: leastGroup }))
  }
  tell(inviteLine(plan))
  if (plan.expectedAnswers < plan.needed) tell(reachLine(plan))
  return 0
}

interface Plan {
  readonly invite: number
  readonly everyone: boolean
  readonly expectedAnswers: number
  readonly reachableMargin: number | null
}

const inviteLine = ({ invite, everyone, expectedAnswers }: Plan): string =>
  say(everyone ? 'planEveryone' : 'planInvite', { invite, expectedAnswers })

const reachLine = ({ reachableMargin }: Plan): string =>
  reachableMargin === null ? say('planNoAnswers') : say('planReachable', { margin: points(reachableMargin) })

const points = (part: number): string => (part * 100).toFixed(1)
