import type { Answers, Clock, Primitive, Questionnaire, Screen } from '@klankbord/model'
import { compute } from '../condition/compute.ts'
import { holds } from './scope.ts'
import { walk, type Walk } from './walk.ts'

/** What is asked and shown, given the answers so far. */
export interface Route {
  /** Names of the questions that are asked: shown, and open. Only these take an answer. */
  readonly asked: ReadonlySet<string>
  /** Names of the questions and the notes that are shown. */
  readonly visible: ReadonlySet<string>
  /** Names of the questions that are open, whether they are shown or not. */
  readonly enabled: ReadonlySet<string>
  /** Names of the questions that are asked once more when they are left empty. All of them are asked. */
  readonly required: ReadonlySet<string>
  /** The screens on which anything is shown, holding only that. */
  readonly screens: readonly Screen[]
  /** Calculated values, and expressions that are shown, as far as they have a value. */
  readonly derived: Readonly<Record<string, Primitive>>
  /** The answers that stand. */
  readonly standing: Answers
}

/**
 * Walks through the questionnaire in its order. A condition sees only answers to questions that are asked
 * themselves, so a changed mind leaves no trace: what was filled in behind a door that is now closed opens
 * no other door. (survey-core lets such answers count until the end.) Options and rows that are not offered any
 * more count as if they were not chosen.
 *
 * @param clock needed where an expression uses the date
 * @throws Problem `clockMissing`
 * @example route(questionnaire, { has_support: false }).asked.has('quick') // false
 */
export function route(questionnaire: Questionnaire, answers: Answers, clock?: Clock): Route {
  return routeOf(questionnaire, walk(questionnaire, answers, clock))
}

export function routeOf(questionnaire: Questionnaire, walked: Walk): Route {
  const { plan, scope, calculated } = walked
  const [asked, visible, enabled, required] = [0, 1, 2, 3].map(() => new Set<string>()) as [
    Set<string>,
    Set<string>,
    Set<string>,
    Set<string>,
  ]
  plan.places.forEach(({ question, index, key }) => {
    const open = walked.enabled[index] === true
    if (open) enabled.add(key)
    if (walked.visible[index] !== true) return
    visible.add(key)
    if (!open) return
    asked.add(key)
    if (question.required !== false && holds(question.required, scope)) required.add(key)
  })
  const derived: Record<string, Primitive> = { ...calculated }
  for (const note of questionnaire.notes ?? []) {
    if (!holds(note.visibleIf, scope)) continue
    visible.add(note.name)
    const value = note.type === 'expression' ? compute(note.value, scope.answers, scope.clock) : null
    if (value !== null && typeof value !== 'object') derived[note.name] = value
  }
  const screens = questionnaire.screens.flatMap((screen) => shownPart(screen, visible))
  return { asked, visible, enabled, required, screens, derived, standing: walked.answers }
}

function shownPart(screen: Screen, visible: ReadonlySet<string>): readonly Screen[] {
  const everything = screen.content ?? screen.questions
  const shown = everything.filter((name) => visible.has(name))
  if (shown.length === 0) return []
  if (shown.length === everything.length) return [screen]
  const questions = screen.questions.filter((name) => visible.has(name))
  return [{ ...screen, questions, ...(screen.content && { content: shown }) }]
}

/**
 * The answers without what no longer stands, for page flows in which people change their mind: answers to questions
 * that routing leaves out, options and rows that are not offered any more, and words beside an "other" that was
 * taken back.
 */
export function askedAnswers(questionnaire: Questionnaire, answers: Answers, clock?: Clock): Answers {
  return walk(questionnaire, answers, clock).answers
}
