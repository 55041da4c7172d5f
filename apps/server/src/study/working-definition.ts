import type {
  Finding,
  LanguageReview,
  LocalizedText,
  Organisation,
  Questionnaire,
  ReviewOf,
  Screen,
} from '@klankbord/model'
import { topicWordings, wmoClientExperience } from '@klankbord/instruments'
import { coach, compileText, isCoached, type Advice } from '@klankbord/questionnaire'
import { waitingLanguages } from '../language/waiting-languages.ts'
import { barelyWrittenFindings } from '../language/barely-written.ts'
import { languageReviews } from '../language/language-reviews.ts'
import { nobodyToCall } from './nobody-to-call.ts'
import { richOnlyFindings } from './rich-only.ts'

/** What the compiler makes of a definition that somebody is working on. */
export interface WorkingDefinition {
  readonly findings: readonly Finding[]
  readonly screens: readonly { readonly id: string; readonly title: LocalizedText }[]
  readonly languages: readonly string[]
  /** How far the review is of the languages that the makers do not speak. */
  readonly reviews: readonly LanguageReview[]
  /** Indications of the language coach on its own language; only where there are any. They stop nothing. */
  readonly advice?: readonly Advice[]
  /** How many topics that municipalities know it asks, and how many in words of its own; only where there are any. */
  readonly topics?: { readonly asked: number; readonly own: number }
  /** Whether it differs from the latest version; also when it does not compile. */
  readonly changed: boolean
}

/** What is known of a study beside its definition. */
export interface AroundDefinition {
  readonly organisation: Organisation
  /** Hash of the latest version, null when there is none. */
  readonly published: string | null
  readonly reviewOf: ReviewOf
}

/** Compiles the text of a definition for its author. */
export function workingDefinition(
  text: string,
  { organisation, published, reviewOf }: AroundDefinition,
): WorkingDefinition {
  const { questionnaire, findings } = compileText(text)
  if (questionnaire === null) return { findings, screens: [], languages: [], reviews: [], changed: true }
  const reviews = languageReviews(questionnaire, reviewOf)
  return {
    findings: [
      ...findings,
      ...richOnlyFindings(questionnaire, 'hint'),
      ...waitingLanguages(reviews),
      ...barelyWrittenFindings(questionnaire),
      ...nobodyToCall(questionnaire, organisation),
    ],
    screens: questionnaire.screens.map((screen) => ({ id: screen.id, title: titleOf(questionnaire, screen) })),
    languages: questionnaire.languages,
    reviews,
    ...ownWords(questionnaire),
    ...adviceOn(questionnaire),
    changed: questionnaire.hash !== published,
  }
}

function ownWords(questionnaire: Questionnaire): Pick<WorkingDefinition, 'topics'> {
  const topics = topicWordings(wmoClientExperience, questionnaire)
  return topics.length === 0 ? {} : { topics: { asked: topics.length, own: topics.filter(({ own }) => own).length } }
}

/** A text is written in its source language; what is translated from it is a translator's. */
function adviceOn(questionnaire: Questionnaire): Pick<WorkingDefinition, 'advice'> {
  const advice = isCoached(questionnaire.language) ? coach(questionnaire) : []
  return advice.length === 0 ? {} : { advice }
}

/** A group and a page of prose go by the title of their page or panel, a single question by its own. */
function titleOf({ questions, notes }: Questionnaire, screen: Screen): LocalizedText {
  const around = screen.title ?? screen.sections?.at(-1)?.title
  const first = questions.find(({ name }) => name === screen.questions[0])?.title
  if (screen.questions.length === 1) return first ?? {}
  const value = notes?.find(({ name, type }) => type === 'expression' && screen.content?.includes(name) === true)
  return around ?? first ?? (value?.type === 'expression' ? value.title : {})
}
