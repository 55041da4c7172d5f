import type { EntryField, PaperMark } from '@klankbord/model'

/** What a typed line means: an answer, a mark of paper, nothing, or that it cannot be. */
export type TypedLine =
  | { readonly answer: string | number | boolean | readonly (string | number | boolean)[] }
  | { readonly mark: PaperMark }
  | { readonly empty: true }
  | { readonly wrong: 'option' | 'oneOption' | 'number' | 'date' | 'month' }

const MARKS: Readonly<Record<string, PaperMark>> = { '*': 'multipleTicked', '?': 'unreadable' }

/**
 * Reads what was typed at a question: options by their place on the screen, numbers with a comma or a point, dates as day,
 * month and year. On paper `*` stands for several ticks where one was asked, and `?` for what nobody can read.
 *
 * @example readLine(several, '1 3', true) // { answer: ['a', 'c'] }
 */
export function readLine(field: EntryField, typed: string, paper: boolean): TypedLine {
  const line = typed.trim()
  if (line === '') return { empty: true }
  const mark = paper ? MARKS[line] : undefined
  if (mark !== undefined) return { mark }
  switch (field.kind) {
    case 'one':
    case 'several':
    case 'order':
      return readOptions(field, line)
    case 'number':
      return /^[-+]?\d+(?:[.,]\d+)?$/.test(line) ? { answer: Number(line.replace(',', '.')) } : { wrong: 'number' }
    case 'date':
    case 'month':
      return readDate(field.kind, line)
    default:
      return { answer: typed }
  }
}

function readOptions({ kind, options }: EntryField, line: string): TypedLine {
  const places = line.split(/[\s,;.+]+/).filter((part) => part !== '')
  const chosen = places.map((place) => (/^\d+$/.test(place) ? options[Number(place) - 1] : undefined))
  if (chosen.includes(undefined)) return { wrong: 'option' }
  const values = chosen.flatMap((option) => (option === undefined ? [] : [option.value]))
  if (kind !== 'one') return { answer: values }
  const [value] = values
  return value === undefined || values.length > 1 ? { wrong: 'oneOption' } : { answer: value }
}

function readDate(kind: 'date' | 'month', line: string): TypedLine {
  const parts = line.split(/[-/.\s]+/)
  const digits = parts.every((part) => /^\d{1,4}$/.test(part))
  if (!digits || parts.length !== (kind === 'date' ? 3 : 2)) return { wrong: kind }
  const [year = '', ...rest] = parts.toReversed()
  if (year.length !== 4) return { wrong: kind }
  return { answer: [year, ...rest.map((part) => part.padStart(2, '0'))].join('-') }
}

/** A line that means this answer or this mark: what `readLine` reads. */
export function writeLine(field: EntryField, answer: unknown, mark: PaperMark | undefined): string {
  if (mark !== undefined) return mark === 'multipleTicked' ? '*' : '?'
  if (answer === undefined) return ''
  const plain = typeof answer === 'string' || typeof answer === 'number' ? String(answer) : ''
  const placeOf = (value: unknown): string => String(field.options.findIndex((option) => option.value === value) + 1)
  switch (field.kind) {
    case 'one':
      return placeOf(answer)
    case 'several':
    case 'order':
      return (Array.isArray(answer) ? answer : []).map(placeOf).join(' ')
    case 'date':
    case 'month':
      return plain.split('-').toReversed().join('-')
    default:
      return plain
  }
}

/** The line after an option was pressed: chosen, or taken back. */
export function pressOption(field: EntryField, line: string, place: number): string {
  const places = line.split(/\D+/).filter((part) => part !== '')
  const own = String(place)
  if (places.includes(own)) return places.filter((one) => one !== own).join(' ')
  const alone = field.options[place - 1]?.alone === true
  const others = places.filter((one) => field.options[Number(one) - 1]?.alone !== true)
  return field.kind === 'one' || alone ? own : [...others, own].join(' ')
}
