import { problem, type OfferedChannel, type WavePlan } from '@klankbord/model'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { barelyWritten } from '../language/barely-written.ts'
import type { PlannedWave } from './planned-wave.ts'
import { quotasOf, type WantedQuotas } from './wanted-quotas.ts'

/** What staff want of a wave; what is left out stays as it is, and null takes back what was planned. */
export interface WantedPlan {
  /** ISO dates of the first and the last day on which people may begin. */
  readonly opensOn?: string | null | undefined
  readonly closesOn?: string | null | undefined
  /** ISO date from which respondents can read the results. */
  readonly resultsFrom?: string | null | undefined
  readonly languages?: readonly string[] | null | undefined
  readonly channels?: readonly OfferedChannel[] | undefined
  readonly quotas?: WantedQuotas | null | undefined
}

/**
 * The plan that becomes of what staff want, checked.
 *
 * @param before the plan as it stands
 * @throws Problem `waveDaysRefused`, `resultsDayRefused`, `waveLanguageRefused`, `languageBarelyWritten`, those of `quotasOf`
 */
export async function wantedPlan(
  context: ServerContext,
  wave: PlannedWave,
  wanted: WantedPlan,
  before: WavePlan,
): Promise<WavePlan> {
  const { opensOn = before.opensOn, closesOn = before.closesOn, resultsFrom = before.resultsFrom } = wanted
  const { today } = todayAt(context.clock.now())
  refuseDays({ opensOn, closesOn, today }, before)
  if (resultsFrom !== null && resultsFrom !== before.resultsFrom && resultsFrom < today)
    throw problem('resultsDayRefused', { resultsFrom, today })
  if (wanted.languages) await refuseLanguages(context, wave, wanted.languages)
  return {
    opensOn,
    closesOn,
    resultsFrom,
    languages: wanted.languages === undefined ? before.languages : wanted.languages,
    channels: wanted.channels ?? before.channels,
    quotas: wanted.quotas === undefined ? before.quotas : wanted.quotas && quotasOf(wave, wanted.quotas),
  }
}

/** A day that stays as it was may be over; one that is set anew may not. */
function refuseDays(
  { opensOn, closesOn, today }: Pick<WavePlan, 'opensOn' | 'closesOn'> & { readonly today: string },
  before: WavePlan,
): void {
  const past = [opensOn !== before.opensOn && opensOn, closesOn !== before.closesOn && closesOn].some(
    (day) => typeof day === 'string' && day < today,
  )
  const turned = opensOn !== null && closesOn !== null && closesOn < opensOn
  if (past || turned) throw problem('waveDaysRefused', { opensOn, closesOn, today })
}

async function refuseLanguages(
  { releases, settings }: ServerContext,
  { questionnaire, tryOut }: PlannedWave,
  languages: readonly string[],
): Promise<void> {
  const offered = tryOut || settings.tryOut ? questionnaire.languages : await releases.openLanguages(questionnaire)
  const strange = languages.find((language) => !offered.includes(language))
  const begun = barelyWritten(questionnaire).find(({ language }) => language === strange)
  if (begun !== undefined) throw problem('languageBarelyWritten', { ...begun })
  if (strange !== undefined) throw problem('waveLanguageRefused', { language: strange, offered })
}
