import { problem, type Answers, type Questionnaire, type Quotas } from '@klankbord/model'
import { codebook } from '@klankbord/questionnaire'
import { placesTaken } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { referenceOf } from '../respondent/visit.ts'

/**
 * Refuses to begin in a wave, or in a group of it, in which enough people took part. Who had begun goes on, and may change
 * any answer but into that of a full group.
 *
 * @param before what was kept so far; null where nothing was
 * @param answers what is to be kept now
 * @throws Problem `quotaFull`, `databaseUnavailable`
 */
export async function refuseWhenFull(
  context: ServerContext,
  opened: OpenedWave,
  before: Answers | null,
  answers: Answers,
): Promise<void> {
  const { wave, questionnaire } = opened
  const { quotas } = wave
  if (quotas === null) return
  const code = answeredCode(questionnaire, quotas, answers)
  const chosenNow = code !== null && (before === null || answeredCode(questionnaire, quotas, before) !== code)
  const most = chosenNow ? quotas.by?.most[String(code)] : undefined
  if (before !== null && most === undefined) return
  const taken = await placesTaken(context.database.db, referenceOf(opened), quotas.by?.position ?? null)
  if (before === null && quotas.total !== undefined && taken.all >= quotas.total)
    throw problem('quotaFull', { wave: wave.address, group: false })
  if (most !== undefined && code !== null && (taken.byCode.get(code) ?? 0) >= most)
    throw problem('quotaFull', { wave: wave.address, group: true })
}

/** Whether nobody begins any more, whatever they answer. */
export async function isFull(context: ServerContext, opened: OpenedWave): Promise<boolean> {
  const { quotas } = opened.wave
  if (quotas?.total === undefined) return false
  const taken = await placesTaken(context.database.db, referenceOf(opened), null)
  return taken.all >= quotas.total
}

/** The code of the answer that limits are about; null where it was not given. */
function answeredCode(questionnaire: Questionnaire, { by }: Quotas, answers: Answers): number | null {
  const answer = by && answers[by.variable]
  if (by === undefined || answer === undefined || typeof answer === 'object') return null
  const variable = codebook(questionnaire).variables.find(({ name }) => name === by.variable)
  return variable?.categories.find(({ value }) => String(value) === String(answer))?.code ?? null
}
