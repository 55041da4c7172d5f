import type { Finding, LanguageCode, Question, Questionnaire } from '@klankbord/model'
import { bindQuestionnaire } from './bind-questionnaire.ts'
import { findingList } from './finding-list.ts'
import { questionnaireHash } from './questionnaire-hash.ts'
import { readQuestionnaire, type Draft } from './read-questionnaire.ts'
import { reportTranslations } from './report-translations.ts'
import { snapshot } from './snapshot.ts'

/** A compiled questionnaire with what was found on the way; null exactly when a finding blocks. */
export interface Compiled {
  readonly questionnaire: Questionnaire | null
  readonly findings: readonly Finding[]
}

/**
 * Compiles a SurveyJS definition of our profile. Reports every fault it finds with the JSON pointer to it,
 * and never throws, whatever it is given.
 *
 * @example
 * compile({ pages: [{ name: 'p1', elements: [{ type: 'ratng', name: 'q1', title: 'Hoe gaat het?' }] }] }).findings
 * // missing text: title (on questionnaire); unknown type of question: ratng, suggestion "rating"
 */
export function compile(definition: unknown): Compiled {
  const list = findingList()
  const json = snapshot(definition, list)
  if (!json) return { questionnaire: null, findings: list.findings }
  const draft = readQuestionnaire(json, list)
  const { questions, notes, calculatedValues, scales, durations, pages, screens } = bindQuestionnaire(draft, list)
  const languages = languagesOf(draft)
  reportTranslations(draft.reading, languages)
  if (list.blocked) return { questionnaire: null, findings: list.findings }
  const content: Omit<Questionnaire, 'hash'> = {
    format: 'klankbord-questionnaire/1',
    title: draft.title,
    ...(draft.description && { description: draft.description }),
    language: draft.reading.source,
    languages,
    questions,
    ...(notes.length > 0 && { notes }),
    ...(calculatedValues.length > 0 && { calculatedValues }),
    ...(scales.length > 0 && { scales }),
    ...(durations.length > 0 && { durations }),
    ...(draft.helpLines.length > 0 && { helpLines: draft.helpLines }),
    pages,
    screens,
    ...(draft.practiceQuestion && { practiceQuestion: true }),
    ...(draft.contactAgain && { contactAgain: true }),
    ...(questions.some(isRich) && { richOnly: true }),
  }
  return { questionnaire: { ...content, hash: questionnaireHash(content) }, findings: list.findings }
}

const isRich = ({ type }: Question): boolean => type === 'paneldynamic' || type === 'signaturepad'

/** The source language, then the others in alphabetical order. */
function languagesOf({ reading }: Draft): readonly LanguageCode[] {
  const others = new Set(reading.texts.flatMap(({ text }) => Object.keys(text)))
  others.delete(reading.source)
  return [reading.source, ...[...others].toSorted()]
}
