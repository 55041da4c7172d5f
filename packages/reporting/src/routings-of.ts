import { canonicalJson, type Condition, type Operand, type Question, type Questionnaire } from '@klankbord/model'
import type { Routing } from '@klankbord/disclosure'

/**
 * Who is asked what: one entry per question with a condition, with every question that decides on it, directly or
 * because it decides whether these are asked.
 *
 * @example routingsOf(questionnaire).find(({ question }) => question === 'helper')?.on // ['helped']
 */
export function routingsOf({ questions }: Questionnaire): readonly Routing[] {
  const byName = new Map(questions.map((question) => [question.name, question]))
  return questions.flatMap((question): readonly Routing[] => {
    const on = [...decidersOf(question, byName)].toSorted()
    if (!question.visibleIf || on.length === 0) return []
    const [only] = on
    const follows = on.length === 1 && only !== undefined && isSingleChoice(byName.get(only)) ? only : null
    const sensitive = on.some((name) => byName.get(name)?.sensitive)
    return [{ question: question.name, on, sensitive, condition: canonicalJson(question.visibleIf), follows }]
  })
}

function decidersOf(question: Question, byName: ReadonlyMap<string, Question>): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = ({ visibleIf }: Question): void => {
    for (const name of visibleIf ? variablesIn(visibleIf) : []) {
      if (found.has(name)) continue
      found.add(name)
      const decider = byName.get(name)
      if (decider) visit(decider)
    }
  }
  visit(question)
  return found
}

function variablesIn(condition: Condition): readonly string[] {
  switch (condition.op) {
    case 'and':
    case 'or':
      return condition.of.flatMap(variablesIn)
    case 'not':
      return variablesIn(condition.of)
    case 'empty':
    case 'notEmpty':
      return variableIn(condition.left)
    default:
      return [...variableIn(condition.left), ...variableIn(condition.right)]
  }
}

function variableIn(operand: Operand): readonly string[] {
  return 'variable' in operand ? [operand.variable] : []
}

function isSingleChoice(question: Question | undefined): boolean {
  return question?.type === 'radiogroup' || question?.type === 'rating' || question?.type === 'boolean'
}
