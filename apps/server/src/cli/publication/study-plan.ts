import { problem } from '@klankbord/model'
import { findVersion, listVersions, savePlan } from '@klankbord/storage'
import { fixPlan } from '../../publication/fix-plan.ts'
import { refuseBrokenLimits } from '../../publication/purpose-limits.ts'
import { waveAt } from '../../respondent/visit.ts'
import { audit } from '../../staff/audit.ts'
import { studyNamed } from '../../study/study-named.ts'
import { readPlan } from '../read-plan.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { inWorkplace, publicUrlOf } from '../workplace.ts'

/**
 * Prints what the publications of a study show, as JSON; with a file after putting the plan in it in the place of the one that
 * is there. What was fixed for a wave stays as it was.
 *
 * @throws Problem `unknownStudy`, `unknownVersion`, and those of `readPlan`
 */
export async function studyPlan(
  place: Surroundings,
  name: string,
  file: string | undefined,
  { data }: { readonly data: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const study = await studyNamed(context, name)
    if (file === undefined) return place.terminal.print(JSON.stringify(study.plan, null, 2))
    const { db } = context.database
    const version = (await listVersions(db, study.id)).at(-1)?.version ?? 0
    const latest = await findVersion(db, study.id, version)
    if (latest === null) throw problem('unknownVersion', { version })
    const plan = await readPlan(file, latest.questionnaire)
    refuseBrokenLimits(latest.questionnaire, plan)
    await savePlan(db, study.id, plan)
    await audit(context, null, { action: 'study.planSaved', studyId: study.id })
    place.terminal.print(say('planSaved'))
  })
}

/** Fixes the plan of a study for a wave, or the one in a file, and prints its hash. @throws Problem those of `fixPlan` and `readPlan` */
export async function fixWavePlan(
  place: Surroundings,
  address: string,
  { data, plan: file }: { readonly data: string; readonly plan?: string },
): Promise<void> {
  await inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const { wave, questionnaire } = await waveAt(context, address)
    const plan = file === undefined ? undefined : await readPlan(file, questionnaire)
    const { hash, on, beforeResults } = await fixPlan(context, null, wave, plan)
    place.terminal.print(say('planFixed', { address, on, hash }))
    place.terminal.print(say(beforeResults ? 'planBeforeResults' : 'planAfterResults'))
  })
}
