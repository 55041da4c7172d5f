import type { AnswerParts, AnswerValue, Question, Screen } from '@klankbord/model'
import { isAsked } from './check-whole.ts'
import { holds, isOpen, type Scope } from './scope.ts'
import { standingPanel } from './standing.ts'
import type { Walk } from './walk.ts'

/** What on a screen is asked once more: its questions, and the variables of their parts. */
export function unansweredOf(
  walked: Walk,
  { questions }: Screen,
): { readonly unanswered: readonly string[]; readonly unansweredParts: readonly string[] } {
  const unanswered: string[] = []
  const unansweredParts: string[] = []
  for (const name of questions) {
    const place = walked.plan.byKey.get(name)
    if (!place || !isAsked(walked, place)) continue
    const answer = Object.hasOwn(walked.answers, name) ? walked.answers[name] : undefined
    const parts = openParts(place.question, answer, walked.scope)
    unansweredParts.push(...parts.map((part) => `${name}__${part}`))
    const empty = answer === undefined && isRequired(place.question, walked.scope)
    if (empty || parts.length > 0) unanswered.push(name)
  }
  return { unanswered, unansweredParts }
}

const isRequired = ({ required }: Question, scope: Scope): boolean => required !== false && holds(required, scope)

/** Required rows, items and questions in panels without an answer. */
function openParts(question: Question, answer: AnswerValue | undefined, scope: Scope): readonly string[] {
  switch (question.type) {
    case 'matrix':
      return question.eachRowRequired ? openOf(question.rows, answer, scope) : []
    case 'multipletext':
      return openOf(
        question.items.filter((item) => isRequired(item, scope)),
        answer,
        scope,
      )
    case 'paneldynamic': {
      const panels = Array.isArray(answer)
        ? (answer as readonly AnswerParts[])
        : Array.from({ length: question.minPanels }, () => ({}))
      return panels.flatMap((panel, place) => {
        const inside = { ...scope, panel: standingPanel(question.questions, panel, scope) }
        const required = question.questions.filter((inner) => isRequired(inner, inside))
        return openOf(required, panel, inside).map((name) => `${place + 1}__${name}`)
      })
    }
    default:
      return []
  }
}

const openOf = (
  parts: readonly Pick<Question, 'name' | 'visibleIf' | 'enableIf'>[],
  answer: AnswerValue | undefined,
  scope: Scope,
): readonly string[] =>
  parts
    .filter((part) => isOpen(part, scope) && !(typeof answer === 'object' && Object.hasOwn(answer, part.name)))
    .map(({ name }) => name)
