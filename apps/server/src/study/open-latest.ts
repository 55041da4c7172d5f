import { problem, type LocalizedText, type WaveMode } from '@klankbord/model'
import { findVersion, listVersions, openWave, type Study, type Wave } from '@klankbord/storage'
import { refuseUnapproved } from '../approval/approval-overview.ts'
import type { ServerContext } from '../context.ts'
import { refuseUnreleased } from '../language/refuse-unreleased.ts'
import { DRAFT_DAYS } from '../upkeep/draft-days.ts'
import { refuseRichOnly } from './rich-only.ts'

/** How people get into a new wave, and how long who had begun may finish; never changed later. */
export interface NewEntrance {
  readonly title: LocalizedText
  readonly mode: WaveMode
  /** How many responses of an anonymous wave at least are mixed and sealed together. */
  readonly portion?: number
  readonly graceDays?: number
}

/** Every way to get into a wave. */
export const WAVE_MODES: readonly [WaveMode, ...WaveMode[]] = ['open', 'codeAnonymous', 'codeConfidential']

/**
 * What a portion and the days of grace may be. Whoever begins on the last day has until the last day of grace to finish, so
 * that is never later than their draft is kept.
 */
export const PORTION_LIMITS: Limits = { least: 20, most: 1000 }
export const GRACE_LIMITS: Limits = { least: 0, most: DRAFT_DAYS }

interface Limits {
  readonly least: number
  readonly most: number
}

/**
 * Opens a wave of a study with its latest version.
 *
 * @throws Problem `noVersionYet`, `needsRichRunner`, `languageNotReleased`, `approvalNeeded`
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
  await refuseUnreleased(context, latest.questionnaire)
  await refuseUnapproved(context, study, version)
  return openWave(db, study.id, { ...entrance, version, frame: null })
}
