import type { WaveSummary } from '@klankbord/model'
import type { PlanChange } from '../api/api-client.ts'
import { AT_ONCE, type RoundPlan } from './round-plan.ts'

/** What somebody chose otherwise in the form, and did not keep yet. */
export type TouchedPlan = Partial<Pick<RoundPlan, 'languages' | 'limit'>>

/** The languages and the limit of a round: as they are now, but for what somebody touched in the form. */
export function chosenPlan(
  { plan: { languages, quotas } }: Pick<WaveSummary, 'plan'>,
  touched: TouchedPlan = {},
): RoundPlan {
  const total = quotas?.total
  return { ...AT_ONCE, languages, limit: total === undefined ? '' : String(total), ...touched }
}

/** What of the form is not as it is now. The rest follows what a colleague changes while the form is open. */
export function touchedPlan(wave: Pick<WaveSummary, 'plan'>, { languages, limit }: RoundPlan): TouchedPlan {
  const now = chosenPlan(wave)
  return {
    ...(languages?.join() !== now.languages?.join() && { languages }),
    ...(limit !== now.limit && { limit }),
  }
}

/**
 * What somebody changed of it. Nothing else is sent, so that what a colleague changes meanwhile stays.
 *
 * @example changedPlan(wave, { limit: '200' }) // { quotas: { total: 200 } }
 */
export function changedPlan(wave: Pick<WaveSummary, 'mode' | 'begun' | 'plan'>, touched: TouchedPlan): PlanChange {
  const { languages, limit } = touchedPlan(wave, chosenPlan(wave, touched))
  return {
    ...(languages !== undefined && { languages }),
    ...(limit !== undefined && limitMayChange(wave) && { quotas: limit === '' ? null : { total: Number(limit) } }),
  }
}

/**
 * Whether the limit can be changed here. Where codes are anonymous it holds once people may begin; limits for each group are
 * not lost by a form that does not show them.
 */
export function limitMayChange({ mode, begun, plan }: Pick<WaveSummary, 'mode' | 'begun' | 'plan'>): boolean {
  return plan.quotas?.by === undefined && !(mode === 'codeAnonymous' && begun)
}
