import { problem, type Frame, type Questionnaire, type WavePlan } from '@klankbord/model'
import { changeWave, findWave, type Wave } from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { wavePhase } from '../respondent/wave-phase.ts'
import { studyPolicy } from '../study/study-policy.ts'
import { wantedPlan, type WantedPlan } from './wanted-plan.ts'
import { waveFrame } from './wave-frame.ts'

/** What staff change of a wave. */
export interface WantedChanges extends WantedPlan {
  /** How many people each group has, by its name. */
  readonly populations?: Readonly<Record<string, number>> | undefined
  /** The question whose answers these groups are. */
  readonly populationsOf?: string | undefined
  /** How many of them were asked; as it stands when left out. */
  readonly invited?: number | undefined
}

/**
 * Changes the plan of a wave while people may begin in it or will. Its first day only moves before it has come. Where codes
 * are anonymous, limits hold as they were when it began: by trying one limit after the other somebody could count who
 * answered before their answers are sealed. From when results can be read is often known only afterwards, so that may be said
 * at any time.
 *
 * @throws Problem `unknownWave`, `waveClosed`, `wavePlanFixed`, `populationQuestionOpen`, those of `wantedPlan`
 */
export async function changePlan(
  context: ServerContext,
  wave: Wave,
  questionnaire: Questionnaire,
  wanted: WantedChanges,
): Promise<Wave> {
  refuseFixed(wavePhase(wave, context.clock), wave, wanted)
  const { leastGroup } = await studyPolicy(context, wave.studyId)
  const planned = await wantedPlan(context, { ...wave, questionnaire, leastGroup }, wanted, wave)
  const { db } = context.database
  const place = { studyId: wave.studyId, waveId: wave.id }
  const frame = wanted.populations === undefined ? {} : { frame: statedFrame(context, questionnaire, wave, wanted) }
  const changed = await changeWave(db, place, { ...onlyChanged(wanted, planned), ...frame })
  if (changed !== null) return changed
  const overtaken = await findWave(db, place)
  if (overtaken === null) throw problem('unknownWave', { wave: wave.id })
  return changePlan(context, overtaken, questionnaire, wanted)
}

function refuseFixed(
  phase: ReturnType<typeof wavePhase>,
  { address, mode, opensOn: firstDay }: Wave,
  { opensOn, closesOn, languages, channels, quotas }: WantedPlan,
): void {
  const replans = [opensOn, closesOn, languages, channels, quotas].some((part) => part !== undefined)
  if (replans && (phase === 'finishing' || phase === 'over')) throw problem('waveClosed', { wave: address })
  if (phase === 'before') return
  if (opensOn !== undefined && opensOn !== firstDay) throw problem('wavePlanFixed', { wave: address, part: 'opensOn' })
  if (quotas !== undefined && mode === 'codeAnonymous')
    throw problem('wavePlanFixed', { wave: address, part: 'quotas' })
}

/** So that of two researchers who change different parts at once neither undoes the other's. */
function onlyChanged(wanted: WantedPlan, planned: WavePlan): Partial<WavePlan> {
  return {
    ...(wanted.opensOn !== undefined && { opensOn: planned.opensOn }),
    ...(wanted.closesOn !== undefined && { closesOn: planned.closesOn }),
    ...(wanted.resultsFrom !== undefined && { resultsFrom: planned.resultsFrom }),
    ...(wanted.languages !== undefined && { languages: planned.languages }),
    ...(wanted.channels !== undefined && { channels: planned.channels }),
    ...(wanted.quotas !== undefined && { quotas: planned.quotas }),
  }
}

function statedFrame(
  { clock }: ServerContext,
  questionnaire: Questionnaire,
  { frame }: Wave,
  { populations = {}, populationsOf, invited = frame?.invited ?? 0 }: WantedChanges,
): Frame {
  const on = todayAt(clock.now()).today
  return waveFrame(questionnaire, { populations, invited, known: 'stated', on, question: populationsOf })
}
