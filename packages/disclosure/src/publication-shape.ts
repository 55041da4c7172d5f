import { EMPTY_CODES } from '@klankbord/model'
import { z } from 'zod'
import { numbersShape } from './numbers/numbers-shape.ts'
import {
  changesShape,
  fieldworkShape,
  methodsShape,
  missingShape,
  recipesShape,
  trendShape,
} from './shape/accountability-shape.ts'
import { plannedShape, weightsShape } from './shape/recipe-shape.ts'
import { correctionShape, planShape, selectionShape } from './shape/edition-shape.ts'
import { publishedTexts } from './authored-shape.ts'

const count = z.int().nonnegative()
const share = z.number().min(0).max(1)
const text = z.record(z.string(), z.string())
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const week = z.string().regex(/^\d{4}-W\d{2}$/)
const name = z.string().min(1)
const kinds = Object.keys(EMPTY_CODES) as [keyof typeof EMPTY_CODES]
const reason = z.enum(['tooFew', 'sensitive', 'uniform', 'complementary'])

const estimate = { count, share, low: share, high: share }

const base = z.strictObject({
  total: count,
  asked: count,
  answered: count,
  valid: count,
  empties: z.partialRecord(z.enum(kinds), count),
})

const about = {
  name,
  label: text,
  prompt: text.optional(),
  topic: z.string().optional(),
  theme: z.string().optional(),
  scale: z.string().optional(),
  sensitive: z.boolean(),
}
const subject = z.strictObject(about)
const split = z.strictObject({ ...about, crossed: z.array(name).length(2).optional(), within: name.optional() })

const category = z.strictObject({
  code: z.int(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  label: text,
  tone: z.enum(['positive', 'neutral', 'negative']).optional(),
})

const cell = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('shown'), ...estimate }),
  z.strictObject({ status: z.literal('hidden'), reason }),
])

const group = {
  code: z.int().nullable(),
  label: text,
  codes: z.tuple([z.int(), z.int()]).optional(),
  within: z.int().nullable().optional(),
  population: count.nullable(),
}
const shownGroup = {
  ...group,
  base,
  cells: z.array(cell),
  positive: z.strictObject(estimate).nullable(),
  verdict: z.enum(['higher', 'lower', 'noClearDifference', 'notTested']),
}

const table = z
  .strictObject({
    id: name,
    kind: z.enum(['single', 'multiple']),
    subject,
    by: split.nullable(),
    categories: z.array(category),
    groups: z.array(
      z.discriminatedUnion('status', [
        z.strictObject({ status: z.literal('shown'), ...shownGroup }),
        z.strictObject({ status: z.literal('indicative'), ...shownGroup }),
        z.strictObject({ status: z.literal('hidden'), reason, ...group }),
      ]),
    ),
  })
  .refine((shape) => shape.groups.every((g) => g.status === 'hidden' || g.cells.length === shape.categories.length))

const frame = z.strictObject({
  population: count,
  invited: count,
  source: text,
  strata: z.record(z.string(), z.record(z.string(), count)),
})

const policy = z.strictObject({
  leastGroup: z.int().min(5),
  indicativeBelow: z.int().min(5),
  sensitiveCell: z.int().min(1),
})

/** The shape of a publication as JSON. Strict: what it does not name is refused, so nothing can ride along. */
export const publicationShape: z.ZodType = z.strictObject({
  format: z.literal('klankbord-publication/1'),
  id: name,
  hash: digest,
  study: z.strictObject({ title: text, organisation: z.string(), sample: z.boolean(), tryOut: z.boolean() }),
  wave: z.strictObject({
    title: text,
    mode: z.enum(['open', 'codeAnonymous', 'codeConfidential']),
    from: week,
    to: week,
  }),
  edition: z.int().positive(),
  publishedOn: z.iso.date(),
  language: name,
  languages: z.array(name),
  account: z.strictObject({ answered: count, frame: frame.nullable(), fieldwork: fieldworkShape.optional() }),
  headline: z.string().nullable(),
  breakdowns: z.array(split),
  tables: z.array(table),
  numbers: z.array(numbersShape(subject)).optional(),
  quotes: z.array(z.strictObject({ question: name, title: text, theme: z.string().optional(), text: name })).optional(),
  ...publishedTexts,
  disclosure: z.strictObject({
    policy,
    hidden: z.record(z.string(), count),
    verdict: z.literal('safe'),
    audited: count,
    narrowest: count.nullable(),
    method: z.enum(['exact', 'bounded', 'coarse']).optional(),
    tables: z
      .array(
        z.strictObject({
          table: name,
          figures: z.array(
            z.strictObject({
              group: z.int().nullable(),
              category: z.int().nullable(),
              reason,
              width: count.nullable(),
              least: count.nullable(),
              most: count.nullable(),
            }),
          ),
        }),
      )
      .optional(),
  }),
  recipe: z.strictObject({
    questionnaire: name,
    version: z.int().positive(),
    interval: z.enum(['wilson', 'wilsonFinitePopulation']),
    level: z.number().gt(0).lt(1),
    weights: z.union([z.literal('none'), weightsShape]),
    comparisons: z.strictObject({
      made: count,
      clear: count,
      leastDifference: share,
      significant: count.optional(),
      planned: plannedShape.optional(),
    }),
    input: z.strictObject({ rows: count, digest: name }),
    asked: z
      .record(name, z.strictObject({ wordingHash: digest, scaleHash: digest, routingHash: digest.optional() }))
      .optional(),
    modes: z.array(z.enum(['web', 'paper', 'inPerson', 'telephone', 'notKnown'])).optional(),
    part: z.strictObject({ variable: name, code: z.int() }).optional(),
  }),
  missing: missingShape.optional(),
  trend: trendShape.optional(),
  methods: methodsShape.optional(),
  changes: changesShape.optional(),
  recipes: recipesShape.optional(),
  plan: planShape.optional(),
  correction: correctionShape.optional(),
  selection: selectionShape.optional(),
})
