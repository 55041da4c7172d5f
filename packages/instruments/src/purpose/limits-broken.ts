import type { LocalizedText, PurposeLimitKind, Question, Questionnaire, ReportPlan } from '@klankbord/model'
import { compile } from '@klankbord/questionnaire'
import type { Instrument } from '../instrument.ts'
import { INSTRUMENTS } from '../registry.ts'
import { topicNames } from '../topic-names.ts'
import { namesProvider } from './names-provider.ts'

/** A breakdown that uses questions for what they were not made for. */
export interface BrokenLimit {
  /** Id of the instrument that the limit comes from. */
  readonly instrument: string
  readonly never: PurposeLimitKind
  readonly reason: LocalizedText
  /** The variable of the plan that splits. */
  readonly breakdown: string
  /** The questions of the plan that it may not split, in the order of the plan. */
  readonly questions: readonly string[]
}

/**
 * What of a plan would break a purpose limit: a table of a limited question per provider or institution, whichever of
 * the two splits the other. One for each limit and breakdown.
 *
 * A study keeps no record of the instrument that it began with, so questions are known again from the questionnaire
 * itself: by their benchmark key, by their topic (a town's own words for T1 to T10 keep that), or by their name where
 * another question has a benchmark key of the same instrument. Which question names a provider says `namesProvider`.
 *
 * `purchasing` is never found: no table shows for what it will be used. Nor is a study of one institution only.
 *
 * @example limitsBroken(questionnaire, { questions: ['t6'], breakdowns: [{ variable: 'provider' }] })[0]?.never // 'rankProviders'
 */
export function limitsBroken(
  questionnaire: Questionnaire,
  { questions: planned, breakdowns }: Pick<ReportPlan, 'questions' | 'breakdowns'>,
): readonly BrokenLimit[] {
  const known = new Map(questionnaire.questions.map((question) => [question.name, question]))
  const providers = new Set(questionnaire.questions.filter(namesProvider).map(({ name }) => name))
  if (providers.size === 0) return []
  return INSTRUMENTS.flatMap((instrument) => {
    const ours = recognised(instrument, [...known.values()])
    return instrument.purposeLimits.filter(isOfTables).flatMap(({ never, reason, questions }) => {
      const limited = new Set([...ours].filter(([, name]) => questions.includes(name)).map(([name]) => name))
      return breakdowns.flatMap(({ variable }): readonly BrokenLimit[] => {
        const apart = (name: string): boolean =>
          (providers.has(questionOf(variable)) && limited.has(questionOf(name))) ||
          (limited.has(questionOf(variable)) && providers.has(questionOf(name)))
        const split = planned.filter(apart)
        return split.length === 0
          ? []
          : [{ instrument: instrument.id, never, reason, breakdown: variable, questions: split }]
      })
    })
  })
}

const isOfTables = ({ never }: Instrument['purposeLimits'][number]): boolean => never !== 'purchasing'

/** The row of a matrix is a variable of its own, `QUESTION__ROW`. */
const questionOf = (variable: string): string => variable.split('__')[0] ?? variable

/** The questions that come from an instrument: their name to the name that they have there. */
function recognised(instrument: Instrument, questions: readonly Question[]): ReadonlyMap<string, string> {
  const originals = compile(instrument.definition).questionnaire?.questions ?? []
  const names = new Set(originals.map(({ name }) => name))
  const byTopic = topicNames(originals)
  const byKey = new Map(questions.map(({ name, benchmarkKey }) => [name, keyedName(instrument.id, benchmarkKey)]))
  const atHome = [...byKey.values()].some((name) => name !== undefined)
  return new Map(
    questions.flatMap(({ name, topic }): readonly (readonly [string, string])[] => {
      const original = byKey.get(name) ?? byTopic.get(topic ?? '') ?? (atHome && names.has(name) ? name : undefined)
      return original === undefined ? [] : [[name, original]]
    }),
  )
}

/** @example keyedName('waiting-times', 'waiting-times.talk.v1') // 'talk' */
function keyedName(id: string, key: string | undefined): string | undefined {
  return key?.startsWith(`${id}.`) ? key.slice(id.length + 1).split('.')[0] : undefined
}
