import type { WaveSummary } from '@klankbord/model'
import type { PlanChange } from '../api/api-client.ts'
import { AT_ONCE, type RoundPlan } from './round-plan.ts'

/** The languages and the limit of a round, as somebody chose them who opened it. */
export function chosenPlan({ plan: { languages, quotas } }: Pick<WaveSummary, 'plan'>): RoundPlan {
  const total = quotas?.total
  return { ...AT_ONCE, languages, limit: total === undefined ? '' : String(total) }
}

/**
 * What somebody changed of it. Nothing else is sent, so that what a colleague changes meanwhile stays.
 *
 * @example changedPlan(wave, { ...chosenPlan(wave), limit: '200' }) // { quotas: { total: 200 } }
 */
export function changedPlan(wave: Pick<WaveSummary, 'plan'>, { languages, limit }: RoundPlan): PlanChange {
  const before = chosenPlan(wave)
  return {
    ...(languages?.join() !== before.languages?.join() && { languages }),
    ...(limit !== before.limit && { quotas: limit === '' ? null : { total: Number(limit) } }),
  }
}

/**
 * Whether the limit can be changed here. Where codes are anonymous it holds once people may begin; limits for each group are
 * not lost by a form that does not show them.
 */
export function limitMayChange({ mode, begun, plan }: Pick<WaveSummary, 'mode' | 'begun' | 'plan'>): boolean {
  return plan.quotas?.by === undefined && !(mode === 'codeAnonymous' && begun)
}
