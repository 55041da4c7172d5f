import type { Question } from '@klankbord/model'
import type { FindingList } from './finding-list.ts'

const MOST_VARIABLES = 5000

/** Each row, item, ranked option and question of each panel becomes a variable: reports a questionnaire with too many. */
export function reportSize(questions: readonly Question[], list: FindingList): void {
  const variables = questions.reduce((sum, question) => sum + variablesOf(question), 0)
  if (variables > MOST_VARIABLES)
    list.block('definitionTooLarge', '/pages', { what: 'variables', limit: MOST_VARIABLES })
}

function variablesOf(question: Question): number {
  switch (question.type) {
    case 'matrix':
      return question.rows.length
    case 'multipletext':
      return question.items.length
    case 'ranking':
      return question.options.length
    case 'paneldynamic':
      return 1 + question.maxPanels * question.questions.length
    default:
      return 1
  }
}
