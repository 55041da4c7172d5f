import type { Category, LocalizedText, MeasurementLevel, Question, Variable } from '@klankbord/model'
import { consentOf } from '../consent/consent-of.ts'
import type { VariableOutline } from './variables-of.ts'

/** What a codebook says of a variable, but for its place in packed answers, its universe and its scales. */
export type Description = Omit<Variable, keyof VariableOutline | 'slot' | 'slots' | 'number' | 'universe' | 'scales'>

/** A description without what an author says of a question. */
export const plain = (
  label: LocalizedText,
  measurement: MeasurementLevel,
  categories: readonly Category[] = [],
): Description => ({ label, categories, measurement, sensitive: false })

export type About = Pick<Variable, 'prompt' | 'topic' | 'theme' | 'scale' | 'sensitive' | 'benchmarkKey' | 'consent'>

/** What an author says of a question apart from its texts and options. */
export function aboutOf(question: Question): About {
  const { prompt, topic, theme, scale, sensitive, benchmarkKey } = question
  const consent = consentOf(question)
  return {
    ...(prompt && { prompt }),
    ...(topic === undefined ? {} : { topic }),
    ...(theme === undefined ? {} : { theme }),
    ...(scale === undefined ? {} : { scale }),
    sensitive,
    ...(benchmarkKey === undefined ? {} : { benchmarkKey }),
    ...(consent === undefined ? {} : { consent }),
  }
}

/** Of a part that is no measurement on its question's answer scale, and not what is compared with others. */
export function partOf({ scale: _scale, benchmarkKey: _key, ...rest }: About): About {
  return rest
}
