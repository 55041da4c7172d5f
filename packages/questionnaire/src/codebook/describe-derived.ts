import type { Condition, Operand, Question, Questionnaire } from '@klankbord/model'
import { variablesIn } from '../condition/variables-in.ts'
import { ownWords } from './codebook-words.ts'
import { aboutOf, partOf, plain, type Description } from './description.ts'

/** Describes a value that is worked out: as sensitive as what it is worked out from. */
export function describeDerived(name: string, questionnaire: Questionnaire): Description {
  const { calculatedValues = [], notes = [], language } = questionnaire
  const shown = notes.filter((note) => note.type === 'expression').find((note) => note.name === name)
  const value = shown ?? calculatedValues.find((candidate) => candidate.name === name)
  const label = shown?.title ?? { [language]: name }
  const sensitive = value !== undefined && readsSensitive(value.value, questionnaire)
  switch (value?.valueType) {
    case 'number':
      return { ...plain(label, 'ratio'), sensitive }
    case 'date':
      return { ...plain(label, 'interval'), sensitive }
    case 'boolean': {
      const categories = [
        { code: 1, value: true, label: ownWords('yes', language) },
        { code: 2, value: false, label: ownWords('no', language) },
      ]
      return { ...plain(label, 'nominal', categories), sensitive }
    }
    default:
      return { ...plain(label, 'nominal'), sensitive }
  }
}

function readsSensitive(part: Condition | Operand, questionnaire: Questionnaire): boolean {
  const { questions, calculatedValues = [] } = questionnaire
  return [...variablesIn(part)].some((name) => {
    const calculated = calculatedValues.find((candidate) => candidate.name === name)
    if (calculated) return readsSensitive(calculated.value, questionnaire)
    return questions.some((question) => question.name === name && isSensitive(question))
  })
}

/** Whether anything in it is. What may not even be stored is. */
function isSensitive(question: Question): boolean {
  if (question.outcomeOnly === true) return true
  if (question.type === 'multipletext') return [question, ...question.items].some(({ sensitive }) => sensitive)
  if (question.type === 'paneldynamic') return [question, ...question.questions].some(({ sensitive }) => sensitive)
  return question.sensitive
}

/** Describes a duration: it measures what its amount does, and is as sensitive as its amount, its unit and `censoredIf`. */
export function describeDuration(name: string, questionnaire: Questionnaire): Description {
  const { durations = [], questions, language } = questionnaire
  const duration = durations.find((candidate) => candidate.name === name)
  const amount = questions.find((question) => question.name === duration?.amount)
  if (!duration || !amount) return plain({ [language]: name }, 'ratio')
  const { unit, censoredIf } = duration
  const parts: readonly (Condition | Operand)[] = [
    { variable: amount.name },
    ...('question' in unit ? [{ variable: unit.question }] : []),
    ...(censoredIf ? [censoredIf] : []),
  ]
  const sensitive = parts.some((part) => readsSensitive(part, questionnaire))
  return { ...plain(duration.title, 'ratio'), ...partOf(aboutOf(amount)), prompt: amount.title, sensitive }
}
