import { INVITATION_PARTS, METHOD_CODES } from '@klankbord/model'
import { z } from 'zod'

const count = z.int().nonnegative()
const share = z.number().min(0).max(1)
const difference = z.number().min(-1).max(1)
const text = z.record(z.string(), z.string())
const week = z.string().regex(/^\d{4}-W\d{2}$/)
const name = z.string().min(1)
const list = z.array(z.string())
const mode = z.enum(['web', 'paper', 'inPerson', 'telephone', 'notKnown'])
const reason = z.enum(['tooFew', 'sensitive', 'uniform', 'complementary'])
const estimate = z.strictObject({ count, share, low: share, high: share })

/** What became of invitations, and how and when answers came. */
export const fieldworkShape: z.ZodType = z.strictObject({
  invitations: z
    .strictObject({
      invited: count,
      parts: z.array(z.strictObject({ parts: z.array(z.enum(INVITATION_PARTS)), people: count })),
    })
    .nullable(),
  modes: z.array(z.strictObject({ modes: z.array(mode), people: count, atLeast: z.boolean() })),
  periods: z.array(z.strictObject({ from: week, to: week, people: count })),
  reminders: z.array(z.strictObject({ week, atLeast: count })),
  places: z
    .strictObject({ approached: count.nullable(), refused: count.nullable(), started: count, finished: count })
    .nullable(),
})

const represented = { code: z.int(), label: text, people: count, shareOfPeople: share }

/** Who is missing. */
export const missingShape: z.ZodType = z.array(
  z.strictObject({
    variable: name,
    label: text,
    answers: count,
    groups: z.array(
      z.discriminatedUnion('status', [
        z.strictObject({
          ...represented,
          status: z.literal('shown'),
          answers: count,
          shareOfAnswers: share,
          low: share,
          high: share,
          verdict: z.enum(['under', 'over', 'similar']),
        }),
        z.strictObject({ ...represented, status: z.literal('hidden'), reason }),
      ]),
    ),
  }),
)

const point = {
  publication: name,
  wave: text,
  from: week,
  to: week,
  differs: z.array(z.enum(['wording', 'scale', 'people', 'mode'])),
  weighted: z.boolean().optional(),
}

/** Figures over the rounds of a study. */
export const trendShape: z.ZodType = z.strictObject({
  questions: z.array(
    z.strictObject({
      question: name,
      label: text,
      points: z.array(
        z.discriminatedUnion('status', [
          z.strictObject({ ...point, status: z.literal('shown'), n: count, positive: estimate }),
          z.strictObject({ ...point, status: z.literal('hidden') }),
        ]),
      ),
      differences: z.array(
        z.strictObject({
          since: name,
          difference,
          low: difference,
          high: difference,
          verdict: z.enum(['higher', 'lower', 'noClearDifference', 'tooFewToSay']),
        }),
      ),
    }),
  ),
  comparisons: z.strictObject({ made: count, clear: count, leastDifference: share }),
})

/** The methods that were used. */
export const methodsShape: z.ZodType = z.array(
  z.strictObject({
    code: z.enum(METHOD_CODES),
    details: z.record(name, z.union([z.string(), z.number(), list])),
  }),
)

const change = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.enum(['questionAdded', 'questionRemoved', 'questionReworded', 'answersReworked', 'othersAsked']),
    question: name,
    label: text,
  }),
  z.strictObject({
    kind: z.enum(['breakdownAdded', 'breakdownRemoved', 'groupsReworked']),
    variable: name,
    label: text,
  }),
  z.strictObject({
    kind: z.literal('policyChanged'),
    rule: z.enum(['leastGroup', 'indicativeBelow', 'sensitiveCell']),
    from: count,
    to: count,
  }),
  z.strictObject({ kind: z.literal('modesChanged'), from: list, to: list }),
  z.strictObject({ kind: z.enum(['weightsChanged', 'frameAdded', 'frameRemoved', 'questionnaireChanged']) }),
])

/** What is different since the publication before. */
export const changesShape: z.ZodType = z.strictObject({
  since: z.strictObject({
    publication: name,
    edition: z.int().positive(),
    wave: text,
    publishedOn: z.iso.date(),
    sameWave: z.boolean(),
  }),
  changes: z.array(change),
  figures: z.strictObject({ changed: count, appeared: count, gone: count }).optional(),
})

const band = z.strictObject({
  code: z.int(),
  label: text,
  from: z.number().optional(),
  to: z.number().optional(),
})

const breakdown = z.strictObject({
  variable: name,
  bands: z.array(band).optional(),
  merges: z.array(z.strictObject({ code: z.int(), label: text, of: z.array(z.int()) })).optional(),
  as: name.optional(),
  label: text.optional(),
  within: name.optional(),
})

/** How each figure was made. */
export const recipesShape: z.ZodType = z.array(
  z.strictObject({
    figure: name,
    question: name,
    breakdowns: z.array(breakdown),
    base: z.literal('valid'),
    n: count.nullable(),
    interval: z.enum(['wilson', 'wilsonFinitePopulation', 'student']),
    level: z.number().gt(0).lt(1),
    weights: z.string(),
    version: z.int().positive(),
    date: z.iso.date(),
    input: z.strictObject({ columns: z.array(name), digest: name }),
  }),
)
