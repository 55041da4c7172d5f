import type { CheckedAnswers, PaperMark } from '@klankbord/model'

/**
 * Says of what was skipped on paper why there is no answer: several ticks where one was asked, or nobody can read it. A mark
 * is for a variable, or for all variables of a question. What has an answer or was not asked stays as it is.
 *
 * @example markEmpties(checked, { q1: 'multipleTicked' }).empties // { q1: 'multipleTicked' }
 */
export function markEmpties(checked: CheckedAnswers, marks: Readonly<Record<string, PaperMark>>): CheckedAnswers {
  const empties = Object.entries(checked.empties).map(([name, empty]) => {
    const [question = name] = name.split('__', 1)
    const mark = Object.hasOwn(marks, name) ? marks[name] : Object.hasOwn(marks, question) ? marks[question] : undefined
    return [name, empty === 'skipped' && mark !== undefined ? mark : empty] as const
  })
  return { ...checked, empties: Object.fromEntries(empties) }
}
