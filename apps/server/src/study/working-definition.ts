import type { Finding, LocalizedText } from '@klankbord/model'
import { compileText } from '@klankbord/questionnaire'

/** What the compiler makes of a definition that somebody is working on. */
export interface WorkingDefinition {
  readonly findings: readonly Finding[]
  readonly screens: readonly { readonly id: string; readonly title: LocalizedText }[]
  readonly languages: readonly string[]
  /** Whether it differs from the latest version; also when it does not compile. */
  readonly changed: boolean
}

/** Compiles the text of a definition for its author. @param published hash of the latest version, null when there is none */
export function workingDefinition(text: string, published: string | null): WorkingDefinition {
  const { questionnaire, findings } = compileText(text)
  if (questionnaire === null) return { findings, screens: [], languages: [], changed: true }
  const titles = new Map(questionnaire.questions.map(({ name, title }) => [name, title]))
  return {
    findings,
    // A group goes by the title of its page, a single question by its own.
    screens: questionnaire.screens.map(({ id, title, questions }) => ({
      id,
      title: (questions.length > 1 ? title : undefined) ?? titles.get(id) ?? {},
    })),
    languages: questionnaire.languages,
    changed: questionnaire.hash !== published,
  }
}
