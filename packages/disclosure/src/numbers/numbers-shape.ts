import { z } from 'zod'

const count = z.int().nonnegative()
const share = z.number().min(0).max(1)
const text = z.record(z.string(), z.string())
const end = z.number().nullable()
const estimate = z.strictObject({ count, share, low: share, high: share })

const group = { code: z.int().nullable(), label: text, population: count.nullable() }
const shown = {
  ...group,
  n: count,
  mean: z.strictObject({ estimate: z.number(), low: end, high: end }).nullable(),
  median: end.optional(),
  ninetieth: end.optional(),
  insufficient: estimate.optional(),
  good: estimate.optional(),
  verdict: z.enum(['higher', 'lower', 'noClearDifference', 'notTested']),
}

/** The shape of numbers in a publication. @param subject of what a table is about */
export function numbersShape(subject: z.ZodType): z.ZodType {
  return z.strictObject({
    id: z.string().min(1),
    subject,
    measure: z.enum(['grade', 'score', 'number', 'duration']),
    by: subject.nullable(),
    range: z.strictObject({ low: end, high: end }),
    leastDifference: z.number().nonnegative(),
    rounding: z.enum(['exact', 'blurred']),
    groups: z.array(
      z.discriminatedUnion('status', [
        z.strictObject({ status: z.literal('shown'), ...shown }),
        z.strictObject({ status: z.literal('indicative'), ...shown }),
        z.strictObject({
          status: z.literal('hidden'),
          reason: z.enum(['tooFew', 'sensitive', 'uniform', 'complementary']),
          ...group,
        }),
      ]),
    ),
    alpha: z.number().max(1).optional(),
  })
}
