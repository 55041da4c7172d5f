import { isDeepStrictEqual } from 'node:util'
import { Model } from 'survey-core'
import { registerProfile } from '@klankbord/questionnaire'
import { answersOf, definitionOf, type HostileInput } from './hostile-input.ts'

/** What survey-core does with answers that are set from outside, validated and completed. */
export type Measured =
  | { readonly outcome: 'accepts' | 'refuses' | 'throws' }
  /** It says that all is well and stores something else. */
  | { readonly outcome: 'changes'; readonly into: unknown }

/** Loads the answers of a row into survey-core, as a server would, and looks at what becomes of them. */
export function measureSurveyCore(row: HostileInput): Measured {
  registerProfile()
  try {
    const model = new Model(definitionOf(row))
    const given = answersOf(row)
    model.data = given
    if (!model.validate(true, false)) return { outcome: 'refuses' }
    model.doComplete()
    const into: unknown = model.data
    // Answers that JSON cannot write are compared with themselves, since two functions are never equal.
    const before = typeof row.answers === 'string' ? answersOf(row) : given
    model.dispose()
    return isDeepStrictEqual(into, before) ? { outcome: 'accepts' } : { outcome: 'changes', into }
  } catch {
    return { outcome: 'throws' }
  }
}
