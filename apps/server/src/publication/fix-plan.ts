import { problem, type AuditAction, type ReportPlan } from '@klankbord/model'
import { refuseUnfitPlan, refuseUnknownTargets } from '@klankbord/reporting'
import {
  addFixedPlan,
  findVersion,
  listFixedPlans,
  listPublications,
  sawWave,
  type FixedPlan,
  type Wave,
} from '@klankbord/storage'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import type { StaffSession } from '../http/route.ts'
import { wavePhase } from '../respondent/wave-phase.ts'
import { audit } from '../staff/audit.ts'
import { studyAt } from '../study/find-study.ts'
import { refuseTryOut } from '../waves/refuse-try-out.ts'
import { fittingPlan } from './fitting-plan.ts'
import { refuseBrokenLimits } from './purpose-limits.ts'

/** What shows somebody what people answered in a wave, all together or one by one. Typing answers in is none of it. */
const SEEING_RESULTS: readonly AuditAction[] = [
  'analysis.seen',
  'answers.exported',
  'answers.flaggedSeen',
  'answers.read',
  'answer.redacted',
  'patterns.seen',
  'quotes.candidatesSeen',
  'results.drafted',
  'results.published',
]

/**
 * Fixes what the publications of a wave will show, while people may still answer: the plan of its study, or another. It can be
 * fixed again; the last one holds. Whether that was before anybody saw results is what the log of staff knows of it: what
 * somebody saw in a copy of the database, or over a shoulder, it does not.
 *
 * @throws Problem `planTooLate`, `waveIsTryOut`; `planFitsNothing`, `purposeLimitBroken` and what `refuseUnfitPlan` and
 *   `refuseUnknownTargets` throw as for publishing
 */
export async function fixPlan(
  context: ServerContext,
  staff: StaffSession | null,
  wave: Wave,
  other?: ReportPlan,
): Promise<FixedPlan> {
  refuseTryOut(wave)
  const phase = wavePhase(wave, context.clock)
  if (phase !== 'before' && phase !== 'open') throw problem('planTooLate', { wave: wave.address })
  const { db } = context.database
  const plan = other ?? (await studyAt(context, wave.studyId)).plan
  await refuseUnfit(context, wave, plan)
  const place = { studyId: wave.studyId, waveId: wave.id }
  const published = (await listPublications(db, wave.studyId)).some(({ waveId }) => waveId === wave.id)
  const beforeResults = !published && !(await sawWave(db, place, SEEING_RESULTS))
  const on = todayAt(context.clock.now()).today
  const fixed = await addFixedPlan(db, place, { plan, beforeResults, by: staff?.user.name ?? '', on })
  const details = { wave: wave.id, number: fixed.number, hash: fixed.hash, beforeResults }
  await audit(context, staff, { action: 'plan.fixed', studyId: wave.studyId, details })
  return fixed
}

/** The plan that holds for the publications of a wave; null where none was fixed. @throws Problem `planAltered` */
export async function fixedPlanOf({ database }: ServerContext, { studyId, id }: Wave): Promise<FixedPlan | null> {
  return (await listFixedPlans(database.db, { studyId, waveId: id })).at(-1) ?? null
}

/** What publishing would refuse without having looked at an answer, so that nobody fixes what can never be published. */
async function refuseUnfit(
  { database }: ServerContext,
  { studyId, version, frame }: Wave,
  plan: ReportPlan,
): Promise<void> {
  const found = await findVersion(database.db, studyId, version)
  if (found === null) throw problem('unknownVersion', { version })
  const { questionnaire } = found
  const fitting = fittingPlan(plan, questionnaire)
  refuseUnfitPlan(fitting, questionnaire)
  refuseUnknownTargets(fitting, questionnaire, frame)
  refuseBrokenLimits(questionnaire, fitting)
}
