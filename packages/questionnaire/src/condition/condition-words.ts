import {
  hasOptions,
  localize,
  translator,
  type LanguageCode,
  type LocalizedText,
  type Operand,
  type Option,
  type Question,
  type Questionnaire,
  type Translate,
} from '@klankbord/model'
import en from '../messages/en.json' with { type: 'json' }
import nl from '../messages/nl.json' with { type: 'json' }

type Key = keyof typeof en

/** What it takes to put an expression of one questionnaire into words of one language. */
export interface Words {
  readonly language: LanguageCode
  readonly say: Translate<Key>
  textOf(text: LocalizedText): string
  subjectOf(operand: Operand): Subject
}

/** What an operand that names something stands for. */
export interface Subject {
  readonly question?: Question
  /** Of the item, where it is one. */
  readonly type?: Question['type']
  /** The row of a matrix or the item of a multipletext. */
  readonly part?: LocalizedText
  /** What can be chosen there. */
  readonly options?: readonly Option[]
}

const NOTHING: Subject = {}

/** Made once: they keep each sentence that they parsed. */
const ENGLISH = translator<Key>({ en, nl }, 'en')
const DUTCH = translator<Key>({ en, nl }, 'nl')

/** Words for a questionnaire. A language without a catalogue gets English words with its own texts. */
export function conditionWords(questionnaire: Questionnaire, language: LanguageCode): Words {
  const base = language.split('-')[0] ?? language
  return {
    language,
    say: base === 'nl' ? DUTCH : ENGLISH,
    textOf: (text) => localize(text, language, questionnaire.language),
    subjectOf: (operand) => ('variable' in operand ? subjectOf(questionnaire, operand) : NOTHING),
  }
}

function subjectOf(questionnaire: Questionnaire, operand: Extract<Operand, { variable: string }>): Subject {
  const asked: readonly Question[] = operand.panel
    ? questionnaire.questions.flatMap((question) => (question.type === 'paneldynamic' ? question.questions : []))
    : questionnaire.questions
  const question = asked.find(({ name }) => name === operand.variable)
  if (!question) return NOTHING
  if (question.type === 'matrix') {
    const row = question.rows.find(({ name }) => name === operand.part)
    return { question, type: question.type, options: question.columns, ...(row && { part: row.text }) }
  }
  if (question.type === 'multipletext') {
    const item = question.items.find(({ name }) => name === operand.part)
    return { question, ...(item && { part: item.title, type: item.type }) }
  }
  const options = hasOptions(question) || question.type === 'ranking' ? { options: question.options } : {}
  return { question, type: question.type, ...options }
}
