import {
  commentKey,
  type AnswerParts,
  type AnswerValue,
  type CheckedAnswers,
  type VariableSource,
} from '@klankbord/model'

/** What a response holds for a variable: an answer, or the part of one; undefined where there is none. */
export function valueAt(
  { name, kind, part, panel }: VariableSource,
  { answers, derived = {} }: Pick<CheckedAnswers, 'answers' | 'derived'>,
): AnswerValue | undefined {
  const answer = ownOf(answers, name)
  switch (kind) {
    case 'question':
      return answer
    case 'row':
    case 'item':
      return ownOf(partsOf(answer), String(part))
    case 'rank': {
      const place = listOf(answer).findIndex((value) => value === part)
      return place < 0 ? undefined : place + 1
    }
    case 'panels':
      return answer === undefined ? undefined : listOf(answer).length
    case 'in':
      return ownOf(panelOf(answer, panel), String(part))
    case 'comment':
      return panel === undefined
        ? ownOf(answers, commentKey(name))
        : ownOf(panelOf(answer, panel), commentKey(String(part)))
    case 'derived':
      return ownOf(derived, name)
    case 'duration':
      return undefined
  }
}

/** Names like "constructor" stand in the prototype of every object. */
export function ownOf<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

const NOTHING: AnswerParts = {}

const listOf = (answer: AnswerValue | undefined): readonly unknown[] => (Array.isArray(answer) ? answer : [])

const partsOf = (answer: unknown): AnswerParts =>
  typeof answer === 'object' && !Array.isArray(answer) ? ((answer ?? NOTHING) as AnswerParts) : NOTHING

const panelOf = (answer: AnswerValue | undefined, panel = 1): AnswerParts => partsOf(listOf(answer)[panel - 1])
