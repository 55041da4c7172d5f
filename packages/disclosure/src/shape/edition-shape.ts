import { AUDIENCES, PLAN_PARTS } from '@klankbord/model'
import { z } from 'zod'

const digest = z.string().regex(/^[0-9a-f]{64}$/)

/** The plan that was fixed before. */
export const planShape: z.ZodType = z.strictObject({
  hash: digest,
  fixedOn: z.iso.date(),
  beforeResults: z.boolean(),
  changedSince: z.array(z.enum(PLAN_PARTS)),
})

/** Why an edition takes the place of the one before. */
export const correctionShape: z.ZodType = z.strictObject({
  edition: z.int().positive(),
  publishedOn: z.iso.date(),
  reason: z.enum(['newAnswers', 'otherContent', 'wrongFigures', 'wrongWords', 'recognisable', 'notAgreed', 'other']),
  words: z.string().min(1).nullable(),
})

/** Of an edition for one audience: what it was taken from. */
export const selectionShape: z.ZodType = z.strictObject({ audience: z.enum(AUDIENCES), of: digest })
