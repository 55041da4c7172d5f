import type { Answers, Clock, Questionnaire } from '@klankbord/model'
import { offeredOptions, offeredRows, route } from '@klankbord/questionnaire'
import type { Observation } from './observe-model.ts'

/** The same as `observeModel`, told by our own route. */
export function observeOurs(questionnaire: Questionnaire, answers: Answers, clock: Clock): Observation {
  const { asked, visible, required, derived } = route(questionnaire, answers, clock)
  const seen: Record<string, unknown> = {}
  for (const question of questionnaire.questions) {
    const { name } = question
    seen[`${name} visible`] = visible.has(name)
    if (!visible.has(name)) continue
    seen[`${name} open`] = asked.has(name)
    if (!asked.has(name)) continue
    seen[`${name} required`] = required.has(name)
    if (question.type === 'matrix') {
      const rows = new Map(offeredRows(questionnaire, question, answers, clock).map((row) => [row.name, row]))
      for (const row of question.rows) seen[`${name} row ${row.name}`] = stateOf(rows.get(row.name))
    } else if ('options' in question && question.type !== 'rating' && question.type !== 'boolean') {
      const options = offeredOptions(questionnaire, question, answers, clock)
      const byValue = new Map(options.map((option) => [option.value, option]))
      for (const option of question.options)
        seen[`${name} option ${String(option.value)}`] = stateOf(byValue.get(option.value))
    }
  }
  for (const note of questionnaire.notes ?? []) {
    seen[`${note.name} visible`] = visible.has(note.name)
    if (note.type === 'expression' && visible.has(note.name)) seen[`${note.name} value`] = derived[note.name] ?? null
  }
  for (const { name } of questionnaire.calculatedValues ?? []) seen[`${name} calculated`] = derived[name] ?? null
  return seen
}

const stateOf = (part: { readonly closed?: true } | undefined): string =>
  part === undefined ? 'hidden' : part.closed ? 'closed' : 'offered'
