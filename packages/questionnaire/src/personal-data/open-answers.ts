import { commentKey, hasOptions, type InputQuestion, type Question, type Questionnaire } from '@klankbord/model'

/** Something that a respondent wrote, with the variable that it is the answer of. */
export interface OpenAnswer {
  readonly variable: string
  readonly text: string
  /** It was asked for as an e-mail address. */
  readonly email: boolean
}

/** What becomes of a text. */
type Change = (written: OpenAnswer) => string
type Fields = Readonly<Record<string, unknown>>

/**
 * The answers with every open text changed: of a text or a comment, beside the option "other", in an item of a
 * multipletext, in a panel. All the rest is as it was, also what is no answer to this questionnaire: that is for `check`
 * to refuse. Answers in which nothing changes come back themselves.
 *
 * @param answers anything, as it came in
 */
export function changeOpenAnswers(questionnaire: Questionnaire, answers: unknown, change: Change): unknown {
  if (!isFields(answers)) return answers
  return openQuestions(questionnaire).reduce(
    (all, question) => changeQuestion(all, question, question.name, change),
    answers,
  )
}

const OPEN: ReadonlySet<string> = new Set(['text', 'comment', 'email', 'multipletext', 'paneldynamic'])
const known = new WeakMap<Questionnaire, readonly Question[]>()

/** The questions in which something can be written, worked out once for each questionnaire: most have few. */
function openQuestions(questionnaire: Questionnaire): readonly Question[] {
  const found = known.get(questionnaire) ?? questionnaire.questions.filter(isOpen)
  known.set(questionnaire, found)
  return found
}

function isOpen(question: Question): boolean {
  if (hasOptions(question)) return question.other !== undefined
  return OPEN.has(question.type)
}

/** Every open text in answers, in the order of the questionnaire. */
export function openAnswers(questionnaire: Questionnaire, answers: unknown): readonly OpenAnswer[] {
  const found: OpenAnswer[] = []
  changeOpenAnswers(questionnaire, answers, (written) => {
    found.push(written)
    return written.text
  })
  return found
}

function changeQuestion(fields: Fields, question: Question, variable: string, change: Change): Fields {
  const { name } = question
  switch (question.type) {
    case 'multipletext':
      return changeField(fields, name, (value) =>
        isFields(value)
          ? question.items.reduce((parts, item) => changeInput(parts, item, `${variable}__${item.name}`, change), value)
          : value,
      )
    case 'paneldynamic':
      return changeField(fields, name, (value) =>
        Array.isArray(value)
          ? unlessSame(value, (panel: unknown, index) =>
              changePanel(panel, question.questions, `${variable}__${index + 1}`, change),
            )
          : value,
      )
    case 'matrix':
    case 'ranking':
    case 'signaturepad':
      return fields
    default:
      return changeInput(fields, question, variable, change)
  }
}

function changePanel(panel: unknown, questions: readonly Question[], variable: string, change: Change): unknown {
  if (!isFields(panel)) return panel
  return questions.reduce((all, inner) => changeQuestion(all, inner, `${variable}__${inner.name}`, change), panel)
}

/** A question with one answer: what was written as that answer, or beside it. */
function changeInput(fields: Fields, question: InputQuestion | Question, variable: string, change: Change): Fields {
  const { name, type } = question
  const changeText = (key: string, of: string): Fields =>
    changeField(fields, key, (text) =>
      typeof text === 'string' ? change({ variable: of, text, email: type === 'email' }) : text,
    )
  if (hasOptions(question)) return question.other ? changeText(commentKey(name), `${variable}__other`) : fields
  return type === 'text' || type === 'comment' || type === 'email' ? changeText(name, variable) : fields
}

function changeField(fields: Fields, key: string, change: (value: unknown) => unknown): Fields {
  if (!Object.hasOwn(fields, key)) return fields
  const changed = change(fields[key])
  return changed === fields[key] ? fields : { ...fields, [key]: changed }
}

function unlessSame(
  values: readonly unknown[],
  change: (value: unknown, index: number) => unknown,
): readonly unknown[] {
  const changed = values.map(change)
  return changed.every((value, index) => value === values[index]) ? values : changed
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
