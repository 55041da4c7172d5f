import { NO_PLAN, problem, type LocalizedText, type WaveMode } from '@klankbord/model'
import { findVersion, listVersions, openWave, type Study, type Wave } from '@klankbord/storage'
import { refuseUnapproved } from '../approval/approval-overview.ts'
import { daysFromNow } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { refuseUnreleased } from '../language/refuse-unreleased.ts'
import { DRAFT_DAYS } from '../upkeep/draft-days.ts'
import { wantedPlan, type WantedPlan } from '../waves/wanted-plan.ts'
import { refuseRichOnly } from './rich-only.ts'
import { policyOf } from './study-policy.ts'

/** How people get into a new wave and how long who had begun may finish, which never change, and what is planned of it. */
export interface NewEntrance extends WantedPlan {
  readonly title: LocalizedText
  readonly mode: WaveMode
  /** How many responses of an anonymous wave at least are mixed and sealed together. */
  readonly portion?: number | undefined
  readonly graceDays?: number | undefined
  /** For trying out: opens at once, is counted nowhere, and erases itself after so many days. */
  readonly tryOutDays?: number | undefined
}

/** Every way to get into a wave. */
export const WAVE_MODES: readonly [WaveMode, ...WaveMode[]] = ['open', 'codeAnonymous', 'codeConfidential']

/**
 * What a portion and the days of grace may be. Whoever begins on the last day has until the last day of grace to finish, so
 * that is never later than their draft is kept.
 */
export const PORTION_LIMITS: Limits = { least: 20, most: 1000 }
export const GRACE_LIMITS: Limits = { least: 0, most: DRAFT_DAYS }

/** For how many days something may be tried out. */
export const TRY_OUT_LIMITS: Limits = { least: 1, most: DRAFT_DAYS }
/** What is usual. */
export const TRY_OUT_DAYS = 14

interface Limits {
  readonly least: number
  readonly most: number
}

/**
 * Opens a wave of a study with its latest version.
 *
 * @throws Problem `noVersionYet`, `needsRichRunner`, `languageNotReleased`, `approvalNeeded`, those of `wantedPlan`
 */
export async function openLatest(context: ServerContext, study: Study, entrance: NewEntrance): Promise<Wave> {
  const { db } = context.database
  const version = (await listVersions(db, study.id)).at(-1)?.version
  const latest = version === undefined ? null : await findVersion(db, study.id, version)
  if (version === undefined || latest === null) {
    const design = `${context.settings.publicUrl()}/studio/studies/${study.id}/design`
    throw problem('noVersionYet', { study: study.id, design })
  }
  refuseRichOnly(latest.questionnaire)
  const { questionnaire } = latest
  const { title, mode, portion, graceDays, tryOutDays, ...wanted } = entrance
  const tryOut = tryOutDays !== undefined
  if (!tryOut) await refuseUnreleased(context, questionnaire)
  if (!tryOut) await refuseUnapproved(context, study, version)
  const { leastGroup } = policyOf(context, study)
  const plan = await wantedPlan(context, { questionnaire, mode, leastGroup, tryOut }, wanted, NO_PLAN)
  return openWave(db, study.id, {
    title,
    mode,
    version,
    frame: null,
    ...plan,
    ...(portion !== undefined && { portion }),
    ...(graceDays !== undefined && { graceDays }),
    ...(tryOut && { tryOut, erasesOn: daysFromNow(context.clock, tryOutDays) }),
  })
}
