import {
  commentKey,
  type AnswerParts,
  type AnswerValue,
  type Empties,
  type Primitive,
  type Question,
  type Questionnaire,
  type VariableSource,
} from '@klankbord/model'
import { isAsked } from './check-whole.ts'
import type { Place } from './plan.ts'
import { routeOf } from './route.ts'
import { isOpen, type Scope } from './scope.ts'
import { choosesOther } from './standing.ts'
import type { Walk } from './walk.ts'

type Derived = Readonly<Record<string, Primitive>>
type Empty = 'notAsked' | 'skipped'

/**
 * The values that are variables of the codebook, as far as they have a value. What is worked out from nothing but
 * questions that are not asked has none, also where the expression makes a number of it.
 */
export function derivedOf(questionnaire: Questionnaire, walked: Walk): Derived {
  const names = walked.plan.variables.flatMap(({ name, source }) => (source.kind === 'derived' ? [name] : []))
  if (names.length === 0) return {}
  const { derived } = routeOf(questionnaire, walked)
  const kept = names.filter((name) => Object.hasOwn(derived, name) && hasGround(walked, name))
  return Object.fromEntries(kept.map((name) => [name, derived[name] as Primitive]))
}

/** Whether some question that a value needs is asked, or it needs none. An outcome that was given has its ground. */
function hasGround(walked: Walk, name: string): boolean {
  const { plan, outcomes } = walked
  if (outcomes?.has(name)) return outcomes.get(name) !== null
  const needs = [...(plan.needs.get(name) ?? [])]
  return (
    needs.length === 0 ||
    needs.some((need) => {
      const place = plan.byKey.get(need)
      return place ? isAsked(walked, place) : hasGround(walked, need)
    })
  )
}

/** Why each variable without a value has none. Durations follow their questions and are left out. */
export function emptiesOf(questionnaire: Questionnaire, walked: Walk, derived: Derived): Empties {
  const empties: Record<string, Empty> = {}
  for (const { name, source } of walked.plan.variables) {
    if (source.kind === 'duration') continue
    const empty =
      source.kind === 'derived' ? emptyDerived(questionnaire, walked, derived, name) : emptyAnswer(walked, source)
    if (empty) empties[name] = empty
  }
  return empties
}

function emptyAnswer(walked: Walk, source: VariableSource): Empty | undefined {
  const place = walked.plan.byKey.get(source.name)
  if (!place || !isAsked(walked, place)) return 'notAsked'
  const { answers, scope } = walked
  const answer = Object.hasOwn(answers, place.key) ? answers[place.key] : undefined
  switch (source.kind) {
    case 'question':
    case 'panels':
      return answer === undefined ? 'skipped' : undefined
    case 'rank':
      return Array.isArray(answer) && answer.includes(source.part)
        ? undefined
        : emptyPart(place.question, source, scope)
    case 'row':
    case 'item':
      return partOf(answer, String(source.part)) === undefined ? emptyPart(place.question, source, scope) : undefined
    default:
      return source.panel === undefined
        ? emptyWords(place.question, answer, answers[commentKey(place.key)])
        : emptyInside(place, answer, source, scope)
  }
}

const partOf = (answer: AnswerValue | undefined, part: string): unknown =>
  typeof answer === 'object' && Object.hasOwn(answer, part) ? (answer as AnswerParts)[part] : undefined

const emptyWords = (question: Question, answer: unknown, words: unknown): Empty | undefined =>
  !choosesOther(question, answer) ? 'notAsked' : words === undefined ? 'skipped' : undefined

/** Of a row, an item or an option to rank. */
function emptyPart(question: Question, { part }: VariableSource, scope: Scope): Empty {
  const name = String(part)
  const found =
    question.type === 'matrix'
      ? question.rows.find((row) => row.name === name)
      : question.type === 'multipletext'
        ? question.items.find((item) => item.name === name)
        : question.type === 'ranking' && question.options.find(({ value }) => String(value) === name)
  return found && isOpen(found, scope) ? 'skipped' : 'notAsked'
}

/** Of a question in a panel, or the words beside its "other". */
function emptyInside(
  { question }: Place,
  answer: AnswerValue | undefined,
  { part, panel: number = 1, kind }: VariableSource,
  scope: Scope,
): Empty | undefined {
  const panel = Array.isArray(answer) ? (answer[number - 1] as AnswerParts | undefined) : undefined
  const inner = question.type === 'paneldynamic' && question.questions.find(({ name }) => name === part)
  if (!panel || !inner || !isOpen(inner, { ...scope, panel })) return 'notAsked'
  const value = partOf(panel, inner.name)
  if (kind === 'comment') return emptyWords(inner, value, partOf(panel, commentKey(inner.name)))
  return value === undefined ? 'skipped' : undefined
}

/** Not asked: it is not shown, or has no ground. */
function emptyDerived(questionnaire: Questionnaire, walked: Walk, derived: Derived, name: string): Empty | undefined {
  if (Object.hasOwn(derived, name)) return undefined
  const isNote = questionnaire.notes?.some((note) => note.name === name) === true
  const shown = !isNote || routeOf(questionnaire, walked).visible.has(name)
  return shown && hasGround(walked, name) ? 'skipped' : 'notAsked'
}
