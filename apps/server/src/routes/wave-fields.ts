import { OFFERED_CHANNELS, type LocalizedText, type WaveMode } from '@klankbord/model'
import { z } from 'zod'
import { GRACE_LIMITS, PORTION_LIMITS, TRY_OUT_LIMITS, WAVE_MODES } from '../study/open-latest.ts'
import type { WantedChanges } from '../waves/change-plan.ts'
import type { WantedPlan } from '../waves/wanted-plan.ts'

/** A name in at least one language. */
export const TITLE: z.ZodType<LocalizedText> = z
  .record(z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'a language'), z.string().trim().min(1).max(200))
  .refine((title) => Object.keys(title).length > 0, 'a title in at least one language')

const MOST_PEOPLE = 100_000_000
const NAME = z.string().trim().min(1).max(200)
const LIMIT = z.int().min(1).max(MOST_PEOPLE)

/** What can be planned of a wave; null takes a plan back. */
const PLAN = {
  opensOn: z.iso.date().nullable().optional(),
  closesOn: z.iso.date().nullable().optional(),
  resultsFrom: z.iso.date().nullable().optional(),
  languages: z.array(z.string().max(35)).min(1).max(100).nullable().optional(),
  channels: z.array(z.enum(OFFERED_CHANNELS)).min(1).optional(),
  quotas: z
    .strictObject({
      total: LIMIT.optional(),
      by: z.strictObject({ variable: NAME, most: z.record(NAME, LIMIT) }).optional(),
    })
    .nullable()
    .optional(),
}

/** A wave as it is asked for. */
export interface NewWaveBody extends WantedPlan {
  readonly title: LocalizedText
  /** `open` when left out. */
  readonly mode?: WaveMode | undefined
  readonly portion?: number | undefined
  readonly graceDays?: number | undefined
  /** For trying out, and after how many days it erases itself. */
  readonly tryOutDays?: number | undefined
}

export const NEW_WAVE: z.ZodType<NewWaveBody> = z.strictObject({
  title: TITLE,
  mode: z.enum(WAVE_MODES).optional(),
  portion: z.int().min(PORTION_LIMITS.least).max(PORTION_LIMITS.most).optional(),
  graceDays: z.int().min(GRACE_LIMITS.least).max(GRACE_LIMITS.most).optional(),
  tryOutDays: z.int().min(TRY_OUT_LIMITS.least).max(TRY_OUT_LIMITS.most).optional(),
  ...PLAN,
})

/** Closing at once, or another plan, or how many people there are. */
export const WAVE_CHANGES: z.ZodType<WantedChanges & { readonly state?: 'closed' | undefined }> = z.strictObject({
  state: z.literal('closed').optional(),
  ...PLAN,
  populations: z.record(z.string().trim().max(200), z.int().min(0).max(MOST_PEOPLE)).optional(),
  populationsOf: z.string().trim().max(200).optional(),
  invited: z.int().min(0).max(MOST_PEOPLE).optional(),
})
