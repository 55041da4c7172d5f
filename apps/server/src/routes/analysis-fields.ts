import { EMPTY_CODES, type EmptyKind } from '@klankbord/model'
import { z } from 'zod'
import type { AnalysisCondition } from '../analysis/analysis-order.ts'
import type { PopulationTargets } from '../analysis/weighting.ts'
import { MOST_QUESTIONS } from '../analysis/wave-frequencies.ts'

/** Name of a variable or a scale. */
export const NAME: z.ZodString = z.string().min(1).max(200)
const CODE = z.int().min(-10).max(32_767)
const KINDS = Object.keys(EMPTY_CODES) as [EmptyKind, ...EmptyKind[]]
const OTHERS = z.literal(true).optional()

/** A condition that is left out has no key: what comes out of the body is what statistics takes. */
const CONDITION = z.union([
  z.strictObject({ variable: NAME, anyOf: z.array(CODE).min(1).max(500), not: OTHERS }),
  z.strictObject({ variable: NAME, empty: z.union([z.literal('any'), z.array(z.enum(KINDS)).min(1)]), not: OTHERS }),
  z.strictObject({ variable: NAME, from: z.number(), to: z.number().optional(), not: OTHERS }),
  z.strictObject({ variable: NAME, to: z.number(), not: OTHERS }),
])

/** Conditions of which all hold. */
export const WHERE: z.ZodType<readonly AnalysisCondition[] | undefined> = z.array(CONDITION).max(20).optional()

const CATEGORY = z.union([
  z.strictObject({ code: CODE, count: z.number().positive().max(1e9) }),
  z.strictObject({ code: CODE, share: z.number().positive().max(1) }),
])

/** Known margins of the population, and the bounds of weights. */
export const TARGETS: z.ZodType<PopulationTargets> = z.strictObject({
  margins: z
    .array(z.strictObject({ variable: NAME, categories: z.array(CATEGORY).min(1).max(500) }))
    .min(1)
    .max(10),
  trim: z.strictObject({ low: z.number().min(0).max(1), high: z.number().min(1).max(100) }).optional(),
})

export const QUESTIONS: z.ZodType<readonly string[] | undefined> = z.array(NAME).min(1).max(MOST_QUESTIONS).optional()

/** Codes of answers that count together. */
export const ANSWERS: z.ZodType<readonly number[] | undefined> = z.array(CODE).min(1).max(500).optional()

/** In the unit of what is compared: of shares from 0 to 1. */
export const LEAST_DIFFERENCE: z.ZodType<number | undefined> = z.number().min(0).max(1e6).optional()

/** Which share of a question is compared. */
export const SHARE: z.ZodType<'positive' | readonly number[] | undefined> = z
  .union([z.literal('positive'), z.array(CODE).min(1).max(500)])
  .optional()
