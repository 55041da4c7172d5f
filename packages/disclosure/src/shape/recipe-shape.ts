import { z } from 'zod'

const name = z.string().min(1)

/** How people were weighed. */
export const weightsShape: z.ZodType = z.strictObject({
  by: z.array(name).min(1),
  labels: z.record(name, z.record(z.string(), z.string())),
  method: z.enum(['postStratification', 'raking']),
  trim: z.number().gt(1).nullable(),
  targets: z.record(name, z.record(name, z.int().nonnegative())),
  designEffect: z.number().gte(1),
  effectiveSize: z.number().positive(),
  smallest: z.number().nonnegative(),
  largest: z.number().positive(),
})

/** Which comparisons the plan asked for. */
export const plannedShape: z.ZodType = z.union([
  z.literal('none'),
  z.strictObject({ questions: z.array(name).optional(), breakdowns: z.array(name).optional() }),
  z.array(z.tuple([name, name])),
])
