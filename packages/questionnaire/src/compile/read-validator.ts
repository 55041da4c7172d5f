import { pointer, type LocalizedText, type Question, type Validator } from '@klankbord/model'
import { compilePattern } from '../pattern/compile-pattern.ts'
import { MOST_STEPS, MOST_STEPS_TOGETHER } from '../pattern/pattern-room.ts'
import { conditionOf, type ConditionSource } from './condition-source.ts'
import type { Fields } from './fields.ts'
import { shown } from './finding-list.ts'
import { EXACT, WHOLE, readLimit, reportContradiction } from './read-limits.ts'
import type { Reading } from './reading.ts'

/** A validator whose expression is still a text. */
export type DraftValidator =
  | Exclude<Validator, { readonly type: 'expression' }>
  | {
      readonly type: 'expression'
      readonly path: string
      readonly message?: LocalizedText
      readonly source: ConditionSource
    }

/** Reads one validator that goes with its question; null where it has faults that leave nothing to judge by. */
export function readValidator(
  type: 'numeric' | 'text' | 'email' | 'regex' | 'expression',
  fields: Fields,
  question: Question,
  reading: Reading,
): DraftValidator | null {
  const message = fields.text('text')
  const base: Base = { path: fields.path, ...(message && { message }) }
  switch (type) {
    case 'numeric':
      return readRange(base, fields, question, reading)
    case 'text':
      return readLengths(base, fields, question, reading)
    case 'email':
      return { ...base, type: 'email' }
    case 'regex':
      return readPattern(base, fields, reading)
    case 'expression': {
      needsOneOf(fields, ['expression'], reading)
      const source = conditionOf(fields, 'expression')
      return source && { ...base, type: 'expression', source }
    }
  }
}

interface Base {
  readonly path: string
  readonly message?: LocalizedText
}

/** A validator that judges nothing is a mistake: survey-core lets everything pass then. */
export function needsOneOf(fields: Fields, properties: readonly string[], reading: Reading): void {
  const written = properties.some((property) => fields.wrote(property) && fields.raw(property) !== '')
  if (!written)
    reading.list.block('missingProperty', fields.path, { property: properties.join(' or '), element: fields.element })
}

function readRange(base: Base, fields: Fields, question: Question, reading: Reading): DraftValidator {
  needsOneOf(fields, ['minValue', 'maxValue'], reading)
  const min = readLimit(fields, 'minValue', EXACT, reading)
  const max = readLimit(fields, 'maxValue', EXACT, reading)
  const own = question.type === 'number' ? question : null
  reportContradiction(fields, ['minValue', min], ['maxValue', max], reading)
  reportContradiction(fields, ['minValue', min], ['max', own?.max], reading)
  reportContradiction(fields, ['min', own?.min], ['maxValue', max], reading)
  return { ...base, type: 'range', ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) }
}

/** As in SurveyJS, 0 means no limit. */
function readLengths(base: Base, fields: Fields, question: Question, reading: Reading): DraftValidator {
  needsOneOf(fields, ['minLength', 'maxLength', 'allowDigits'], reading)
  const min = readLimit(fields, 'minLength', WHOLE, reading) || undefined
  const max = readLimit(fields, 'maxLength', WHOLE, reading) || undefined
  const longest = 'maxLength' in question ? question.maxLength : undefined
  reportContradiction(fields, ['minLength', min], ['maxLength', max], reading)
  if (longest !== undefined && min !== undefined && min > longest)
    reading.list.block('limitOutOfRange', pointer(fields.path, 'minLength'), {
      property: 'minLength',
      element: fields.element,
      expected: `at most ${longest}, the maxLength of the question`,
    })
  const noDigits = fields.boolean('allowDigits') === false
  return { ...base, type: 'length', ...(min && { min }), ...(max && { max }), ...(noDigits && { digits: false }) }
}

function readPattern(base: Base, fields: Fields, reading: Reading): DraftValidator | null {
  needsOneOf(fields, ['regex'], reading)
  const pattern = fields.string('regex')
  if (pattern === undefined) return null
  const { patternRoom: room, list } = reading
  const at = pointer(fields.path, 'regex')
  const { element } = fields
  const caseInsensitive = fields.boolean('caseInsensitive') === true
  const compiled = room.left > 0 ? compilePattern(pattern, caseInsensitive, room.left) : NO_ROOM
  if (!('fault' in compiled)) {
    room.left -= compiled.weight
    reportSlashes(pattern, caseInsensitive, fields, reading)
    return { ...base, type: 'pattern', pattern, ...(caseInsensitive && { caseInsensitive }), steps: compiled.steps }
  }
  const known = { pattern: shown(pattern), element }
  if (compiled.fault === 'syntax')
    list.block('badPattern', at, { ...known, reason: compiled.reason }, () => compiled.suggestion)
  else if (compiled.fault === 'unsupported') list.block('unsupportedPattern', at, { ...known, reason: compiled.reason })
  else if (compiled.most < MOST_STEPS && compiled.what === 'steps')
    list.block('definitionTooLarge', at, { what: 'steps of all patterns together', limit: MOST_STEPS_TOGETHER })
  else
    list.block('definitionTooLarge', at, {
      what: `${compiled.what} of the pattern of ${element}`,
      limit: compiled.most,
    })
  // Finding out that it is wrong took work too.
  room.left -= Math.min(room.left, compiled.fault === 'tooLarge' ? MOST_STEPS : pattern.length)
  return null
}

/** A pattern copied from a program: its slashes and flags are characters here, and with ^ or $ inside nothing fits. */
const IN_SLASHES = /^\/(.+)\/([dgimsuy]*)$/su

function reportSlashes(pattern: string, caseInsensitive: boolean, fields: Fields, reading: Reading): void {
  const [, inside, flags = ''] = IN_SLASHES.exec(pattern) ?? []
  if (inside === undefined) return
  const expected = `the pattern alone${flags.includes('i') && !caseInsensitive ? ', beside caseInsensitive' : ''}`
  const details = { pattern: shown(pattern), element: fields.element, expected }
  const at = pointer(fields.path, 'regex')
  const bare = (): string => inside.replaceAll('\\/', '/')
  if (inside.startsWith('^') || inside.endsWith('$')) reading.list.block('patternInSlashes', at, details, bare)
  else reading.list.hint('patternInSlashes', at, details, bare)
}

const NO_ROOM = { fault: 'tooLarge', what: 'steps', most: 0 } as const
