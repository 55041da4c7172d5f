import { notComputed, type DispositionCounts, type Figure } from '@klankbord/model'
import { responseByStratum, type MarkingRule, type ResponseByStratum } from '@klankbord/statistics'
import { countResponses, type RoundedStratum, type Wave } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import { studyPolicy } from '../study/study-policy.ts'
import { studyAccount } from '../fieldwork/study-account.ts'
import { analysisData } from './analysis-data.ts'
import { markingRule } from './marking-rule.ts'
import { whoIsMissing, type GroupsOnList } from './who-is-missing.ts'

/** Who answered a wave and who is missing, as far as it can be known. */
export interface WaveResponse {
  /**
   * What a rate is made of. `codes`: each person had a code. `roundedCodes`: the same in an anonymous wave, by group in
   * tens only, so that nothing is tested. `list`: no codes were made, but how many were asked is known. `none`: nobody
   * knows whom the invitation reached, so there is no response rate.
   */
  readonly basis: 'codes' | 'roundedCodes' | 'list' | 'none'
  /** Who could answer: asked, without who could not be reached and whom the study is not about. Null where nobody knows. */
  readonly reached: number | null
  readonly answered: number
  /** Not computed: `noAnswers` where nobody could answer; null where there is no rate. */
  readonly rate: Figure | null
  /** Of each group of the list (`codes`). */
  readonly byGroup: ResponseByStratum | null
  /** Of each group, rounded down (`roundedCodes`). */
  readonly rounded: readonly RoundedStratum[] | null
  /** Groups of which the list knows how many people there are, beside those who answered. Empty without a list. */
  readonly missing: readonly GroupsOnList[]
  /** When a difference is called one. */
  readonly rule: MarkingRule
}

/**
 * Response by group of the list, and who is missing. Of an anonymous wave what the account of its fieldwork tells and what
 * is sealed, nothing that crosses the two, and no group of which few answered.
 *
 * @throws Problem as `analysisData` and `waveAccount`
 */
export async function waveResponse(context: ServerContext, wave: Wave): Promise<WaveResponse> {
  const rule = markingRule(await studyPolicy(context, wave.studyId))
  const account = await studyAccount(context, wave)
  const missing = await missingIn(context, wave, rule)
  const none = { byGroup: null, rounded: null, missing, rule }
  if (account.mode === 'open') return { ...none, ...withoutCodes(wave, account.invitations, account.answered) }
  const { total, notInvitedYet } = account
  if (total.invited + notInvitedYet === 0) {
    const answered = await countResponses(context.database.db, wave.studyId, wave.id)
    return { ...none, ...withoutCodes(wave, null, answered) }
  }
  const reached = reachedOf(total)
  const told = { reached, answered: total.answered, rate: rateOf(total.answered, reached) }
  if (account.mode === 'codeAnonymous') return { ...none, basis: 'roundedCodes', ...told, rounded: account.strata }
  const groups = account.strata.map(({ stratum, invited: asked, undeliverable, notInGroup, answered }) => ({
    stratum,
    asked,
    unreachable: undeliverable + notInGroup,
    answered,
  }))
  return { ...none, basis: 'codes', ...told, byGroup: responseByStratum(groups, rule) }
}

async function missingIn(context: ServerContext, wave: Wave, rule: MarkingRule): Promise<WaveResponse['missing']> {
  if (wave.frame === null) return []
  const { dataset, leastGroup } = await analysisData(context, wave, {})
  return whoIsMissing(dataset, wave.frame, rule, leastGroup)
}

function withoutCodes(
  { frame }: Wave,
  invitations: DispositionCounts | null,
  answered: number,
): Pick<WaveResponse, 'basis' | 'reached' | 'answered' | 'rate'> {
  const reached = invitations === null ? (frame?.invited ?? null) : reachedOf(invitations)
  // Where more answered than were asked, the link went further than the list: there is no rate then.
  if (reached === null || answered > reached) return { basis: 'none', reached: null, answered, rate: null }
  return { basis: 'list', reached, answered, rate: rateOf(answered, reached) }
}

function reachedOf({ invited, undeliverable, notInGroup }: DispositionCounts): number {
  return invited - undeliverable - notInGroup
}

function rateOf(answered: number, reached: number): Figure {
  return reached === 0 ? notComputed('noAnswers') : answered / reached
}
