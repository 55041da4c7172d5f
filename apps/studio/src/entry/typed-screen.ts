import { commentKey, type Answers, type EntryField, type EntryScreen, type PaperMark } from '@klankbord/model'
import { readLine, writeLine, type TypedLine } from './typed-line.ts'

/** What was typed on a screen, by variable; the words beside "other" by `commentKey`. */
export type TypedLines = Readonly<Record<string, string>>

/** Answers and marks of a whole form. */
export interface Filled {
  readonly answers: Answers
  readonly marks: Readonly<Record<string, PaperMark>>
}

/** The places to type in on a screen, in their order. */
export function fieldsOf({ content }: EntryScreen): readonly EntryField[] {
  return content.flatMap((part) => ('question' in part ? part.question.fields : []))
}

/** What stands in the places of a screen, from what was filled in before. */
export function linesOf(screen: EntryScreen, { answers, marks }: Filled): TypedLines {
  const lines: Record<string, string> = {}
  for (const field of fieldsOf(screen)) {
    const answer = answers[field.question]
    const part =
      field.part === undefined ? answer : (answer as Readonly<Record<string, unknown>> | undefined)?.[field.part]
    lines[field.variable] = writeLine(field, part, marks[field.variable])
    const words = answers[commentKey(field.question)]
    if (typeof words === 'string') lines[commentKey(field.question)] = words
  }
  return lines
}

/** Whether words can be written beside what is typed at a field: its option "other" is chosen. */
export function hasOther(field: EntryField, line: string): boolean {
  const read = readLine(field, line, false)
  const chosen = 'answer' in read ? [read.answer].flat() : []
  return field.options.some(({ other, value }) => other === true && chosen.includes(value))
}

/** The form with what was typed on a screen in the place of what was there, or by variable what cannot be. */
export function fillIn(
  screen: EntryScreen,
  lines: TypedLines,
  before: Filled,
  paper: boolean,
): Filled | { readonly wrong: Readonly<Record<string, 'option' | 'oneOption' | 'number' | 'date' | 'month'>> } {
  const fields = fieldsOf(screen)
  const read = fields.map((field) => [field, readLine(field, lines[field.variable] ?? '', paper)] as const)
  const wrong = read.flatMap(([field, line]) => ('wrong' in line ? [[field.variable, line.wrong] as const] : []))
  if (wrong.length > 0) return { wrong: Object.fromEntries(wrong) }
  const here = new Set(fields.flatMap(({ question }) => [question, commentKey(question)]))
  const variables = new Set(fields.map(({ variable }) => variable))
  const marks = read.flatMap(([field, line]) => ('mark' in line ? [[field.variable, line.mark] as const] : []))
  return {
    answers: { ...without(before.answers, here), ...answersOf(read), ...wordsOf(fields, lines) },
    marks: { ...without(before.marks, variables), ...Object.fromEntries(marks) },
  }
}

function answersOf(read: readonly (readonly [EntryField, TypedLine])[]): Answers {
  const answers: Record<string, unknown> = {}
  for (const [{ question, part }, line] of read) {
    if (!('answer' in line)) continue
    const parts = (answers[question] ?? {}) as object
    answers[question] = part === undefined ? line.answer : { ...parts, [part]: line.answer }
  }
  return answers as Answers
}

function wordsOf(fields: readonly EntryField[], lines: TypedLines): Answers {
  const written = fields.flatMap((field) => {
    const key = commentKey(field.question)
    const words = lines[key]?.trim() ?? ''
    return words !== '' && hasOther(field, lines[field.variable] ?? '') ? [[key, words] as const] : []
  })
  return Object.fromEntries(written)
}

function without<Value>(values: Readonly<Record<string, Value>>, names: ReadonlySet<string>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.has(name)))
}
