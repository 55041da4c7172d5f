import { AUDIENCES, type FigureReference } from '@klankbord/model'
import { z } from 'zod'

const name = z.string().min(1)
const group = z.int().nullable()

/** Where a text points to. Strict: it is exactly one kind of figure. */
export const figureReferenceShape: z.ZodType<FigureReference> = z.union([
  z.strictObject({ account: z.enum(['answered', 'invited', 'population']) }),
  z.strictObject({ table: name, group, answers: z.array(z.int()).min(1) }),
  z.strictObject({ table: name, group, base: z.enum(['total', 'asked', 'answered', 'valid', 'population']) }),
  z.strictObject({
    numbers: name,
    group,
    value: z.enum(['mean', 'median', 'ninetieth', 'n', 'insufficient', 'good']),
  }),
])

const part = z.union([
  z.string(),
  z.strictObject({ figure: figureReferenceShape, form: z.enum(['percent', 'count', 'words']), words: name }),
])

/** What authors wrote, around the shape of a single text. */
export function authoredShape(text: z.ZodType): {
  readonly texts: z.ZodType
  readonly advice: z.ZodType
  readonly actions: z.ZodType
  readonly audiences: z.ZodType
} {
  const answer = z.strictObject({ text, on: z.iso.date() }).exactOptional()
  return {
    texts: z
      .strictObject({
        headline: text.exactOptional(),
        introduction: text.exactOptional(),
        conclusions: z.array(text).max(20).exactOptional(),
        comments: z
          .array(z.strictObject({ theme: name, text }))
          .max(40)
          .exactOptional(),
        method: z.array(text).max(20).exactOptional(),
      })
      .exactOptional(),
    advice: z
      .array(
        z.strictObject({
          to: text,
          advice: text,
          reason: text.exactOptional(),
          tables: z.array(name).max(20),
          state: z.enum(['awaitingAnswer', 'adopted', 'partlyAdopted', 'notAdopted']),
          answer,
        }),
      )
      .max(40)
      .exactOptional(),
    actions: z
      .array(
        z.strictObject({
          advice: text,
          state: z.enum(['done', 'inProgress', 'notDone']),
          answer,
          done: text.exactOptional(),
          noticed: text.exactOptional(),
        }),
      )
      .max(40)
      .exactOptional(),
    audiences: z
      .array(z.strictObject(audienceWords(text)))
      .refine(eachOnce)
      .exactOptional(),
  }
}

function audienceWords(text: z.ZodType): z.core.$ZodLooseShape {
  return { audience: z.enum(AUDIENCES), headline: text.exactOptional(), introduction: text.exactOptional() }
}

function eachOnce(all: readonly object[]): boolean {
  return new Set(all.map((one) => 'audience' in one && one.audience)).size === all.length
}

const settled = z.record(name, z.array(part).max(1000))

/** Of a publication: texts with their numbers in place, and beside those for an audience what it gets. */
export const publishedTexts: ReturnType<typeof authoredShape> = {
  ...authoredShape(settled),
  audiences: z
    .array(
      z.strictObject({
        ...audienceWords(settled),
        questions: z.array(name).optional(),
        breakdowns: z.array(name).optional(),
      }),
    )
    .min(1)
    .refine(eachOnce)
    .optional(),
}

/** As authors type them: a text by language, of at most 4,000 characters. */
export const authoredTextsShape: z.ZodType = z.strictObject(
  authoredShape(z.record(z.string().regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/), z.string().max(4000))),
)
