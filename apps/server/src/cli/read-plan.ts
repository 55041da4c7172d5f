import { AUDIENCES, breakdownName, pointer, problem, type Questionnaire, type ReportPlan } from '@klankbord/model'
import { refuseUnfitPlan } from '@klankbord/reporting'
import { z } from 'zod'
import { jsonFault } from './json-places.ts'
import { readTextFile } from './read-text-file.ts'

/** Combinations of more have too few people to be weighed. */
const MOST_WEIGHTED_BY = 4

const text = z.record(z.string(), z.string())
const band = z.strictObject({
  code: z.int(),
  label: text,
  from: z.number().exactOptional(),
  to: z.number().exactOptional(),
})
const breakdown = z.strictObject({
  variable: z.string(),
  bands: z.array(band).exactOptional(),
  merges: z.array(z.strictObject({ code: z.int(), label: text, of: z.array(z.int()) })).exactOptional(),
  as: z
    .string()
    .regex(/^[a-z]+$/iu)
    .exactOptional(),
  label: text.exactOptional(),
  within: z.string().exactOptional(),
})
const weighted = z.strictObject({
  by: z.array(z.string()).min(1).max(MOST_WEIGHTED_BY),
  trim: z.number().gt(1).exactOptional(),
})
const pairs = z.array(z.tuple([z.string(), z.string()]))
const among = z.strictObject({
  questions: z.array(z.string()).exactOptional(),
  breakdowns: z.array(z.string()).exactOptional(),
})
const plan = z.strictObject({
  questions: z.array(z.string()),
  breakdowns: z.array(breakdown),
  crossings: z.array(z.tuple([z.string(), z.string()])).exactOptional(),
  headline: z.string().exactOptional(),
  numbers: z.array(z.string()).exactOptional(),
  basis: z.union([z.literal('counted'), z.strictObject({ weighted })]).exactOptional(),
  comparisons: z.union([z.literal('none'), pairs, among]).exactOptional(),
  audiences: z
    .array(
      z.strictObject({
        audience: z.enum(AUDIENCES),
        questions: z.array(z.string()).min(1).exactOptional(),
        breakdowns: z.array(z.string()).exactOptional(),
      }),
    )
    .exactOptional(),
})

/**
 * Reads a report plan of this questionnaire: it names variables of the codebook, so a row of a matrix by its own name.
 *
 * @throws Problem `fileNotReadable`, `fileNotUtf8`, `fileEmpty`, `planMalformed`; `plannedNotStored`, `unknownVariable`,
 * `audienceNotUsable`, `questionNotPublishable`, `numberNotPublishable`, `breakdownNotUsable`, `bandsOverlap` and `duplicateInPlan` for what cannot be published
 */
export async function readPlan(file: string, questionnaire: Questionnaire): Promise<ReportPlan> {
  const read = plan.safeParse(jsonOf(await readTextFile(file)))
  if (!read.success) {
    const [issue] = read.error.issues
    throw problem('planMalformed', {
      path: pointer('', ...(issue?.path ?? []).map(String)),
      expected: issue?.message ?? '',
    })
  }
  refuseUnstored(read.data, questionnaire)
  // Publishing looks them up in the answers; a plan that could never be published is refused before there are any.
  const numbers = refuseUnfitPlan(read.data, questionnaire)
  refuseUnknownAudiences(
    read.data,
    numbers.map(({ name }) => name),
  )
  return read.data
}

/** Such a name is in the questionnaire, so that "unknown" would send its author looking for a slip. */
function refuseUnstored(
  { questions, breakdowns, numbers = [], basis = 'counted' }: ReportPlan,
  questionnaire: Questionnaire,
): void {
  const unstored = new Set(questionnaire.questions.flatMap(({ name, outcomeOnly }) => (outcomeOnly ? [name] : [])))
  const planned = [...questions, ...breakdowns.map(({ variable }) => variable), ...numbers]
  if (basis !== 'counted') planned.push(...basis.weighted.by)
  const variable = planned.find((name) => unstored.has(name))
  if (variable !== undefined) throw problem('plannedNotStored', { variable })
}

/** An audience gets some of what the plan has, and each has one edition. */
function refuseUnknownAudiences(
  { audiences = [], questions, breakdowns }: ReportPlan,
  numbers: readonly string[],
): void {
  const [told, split] = [new Set([...questions, ...numbers]), new Set(breakdowns.map(breakdownName))]
  for (const [at, one] of audiences.entries()) {
    const { audience } = one
    const strange = one.questions?.find((name) => !told.has(name)) ?? one.breakdowns?.find((name) => !split.has(name))
    if (strange !== undefined) throw problem('audienceNotUsable', { audience, name: strange })
    const twice = audiences.slice(0, at).some((other) => other.audience === audience)
    if (twice) throw problem('audienceNotUsable', { audience, name: audience })
  }
}

function jsonOf(source: string): unknown {
  try {
    return JSON.parse(source)
  } catch (cause) {
    throw problem('planMalformed', { path: '', expected: jsonFault(source) ?? 'JSON' }, { cause })
  }
}
