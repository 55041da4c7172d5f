import {
  commentKey,
  hasOptions,
  type AnswerParts,
  type AnswerValue,
  type Answers,
  type InputQuestion,
  type Option,
  type Question,
  type Questionnaire,
} from '@klankbord/model'
import { offeredOptions, offeredRows, route } from '@klankbord/questionnaire'
import { CLOCK } from './clock.ts'

/** Answers of which one thing was changed so that nobody could have given them. */
export interface Damage {
  readonly what: string
  readonly answers: unknown
}

/** Something that no answer to any question is. */
const NEVER: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['no words', ''],
  ['no list', []],
  ['no object', {}],
  ['not a number', Number.NaN],
  ['an endless number', Number.NEGATIVE_INFINITY],
  ['a function', () => 1],
  ['a big number', 1n],
  ['a date object', new Date(0)],
  ['a list in a list', [[1]]],
  ['a key of a prototype', JSON.parse('{"__proto__": 1}')],
]

/** Keys that no questionnaire has. */
const STRANGE_KEYS: readonly PropertyKey[] = ['__proto__', 'constructor', 'toString', 'Q', 'q 1', '', '0', Symbol('q')]

/**
 * Every way of this list to make an accepted response impossible: one change each.
 *
 * @param mind answers to questions that were perhaps not asked
 */
export function damagesOf(
  questionnaire: Questionnaire,
  answers: Answers,
  mind: Readonly<Record<string, AnswerValue | undefined>>,
): readonly Damage[] {
  const { asked } = route(questionnaire, answers, CLOCK)
  const put = (what: string, key: PropertyKey, value: unknown): Damage => ({
    what,
    answers: withKey(answers, key, value),
  })
  const derived = [...(questionnaire.calculatedValues ?? []), ...(questionnaire.notes ?? [])]
  return [
    ...STRANGE_KEYS.map((key) => put(`a key ${String(key)}`, key, 1)),
    ...derived.map(({ name }) => put(`a value for ${name}`, name, 1)),
    ...questionnaire.pages.map(({ name }) => put(`a value for the page ${name}`, name, 1)),
    ...questionnaire.questions.flatMap((question): readonly Damage[] => {
      const { name } = question
      const value = answers[name]
      if (!asked.has(name)) return mind[name] === undefined ? [] : [put(`${name} is not asked`, name, mind[name])]
      if (question.blocking === true) return [{ what: `${name} is gone`, answers: without(answers, name) }]
      const values = value === undefined ? [] : damagesTo(questionnaire, question, value, answers)
      return [
        ...[...NEVER, ...values].map(([what, wrong]) => put(`${name}: ${what}`, name, wrong)),
        ...wordsBeside(question, answers).map(([what, wrong]) => put(`${name}: ${what}`, commentKey(name), wrong)),
      ]
    }),
  ]
}

type Wrong = readonly [what: string, value: unknown]

/** Also where the key is `__proto__`. */
const withKey = (object: object, key: PropertyKey, value: unknown): unknown =>
  Object.defineProperty({ ...object }, key, { value, enumerable: true, configurable: true, writable: true })

const without = (answers: Answers, name: string): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => key !== name))

function wordsBeside(question: Question, answers: Answers): readonly Wrong[] {
  const other = hasOptions(question) ? question.options.find((option) => option.other) : undefined
  if (!other || !('other' in question) || !question.other) return [['words beside nothing', 'tuin']]
  const answer = answers[question.name]
  const chosen = Array.isArray(answer) ? answer.includes(other.value) : answer === other.value
  if (!chosen) return [['words without other', 'tuin']]
  return [...NEVER, ['too many words', 'x'.repeat(question.other.maxLength + 1)], ['a number as words', 5]]
}

function damagesTo(
  questionnaire: Questionnaire,
  question: Question,
  answer: AnswerValue,
  answers: Answers,
): readonly Wrong[] {
  const offered = offeredOptions(questionnaire, question, answers, CLOCK).filter(({ closed }) => closed !== true)
  switch (question.type) {
    case 'matrix': {
      const rows = offeredRows(questionnaire, question, answers, CLOCK).filter(({ closed }) => closed !== true)
      const closed = question.rows.filter((row) => !rows.some(({ name }) => name === row.name))
      return [
        ...closed.map(({ name }): Wrong => [
          'a row that is not offered',
          { ...(answer as object), [name]: offered[0]?.value },
        ]),
        ...inParts(answer as AnswerParts, () => damagesToOption(question.columns, offered)),
      ]
    }
    case 'multipletext': {
      const itemOf = (key: string): InputQuestion | undefined => question.items.find(({ name }) => name === key)
      return inParts(answer as AnswerParts, (key) => {
        const item = itemOf(key)
        return item ? damagesToTyped(item) : []
      })
    }
    case 'paneldynamic': {
      const panels = answer as readonly AnswerParts[]
      const tooMany = Array.from({ length: question.maxPanels + 1 }, () => panels[0])
      const first = inParts(panels[0] ?? {}, (key) => {
        const inner = question.questions.find(({ name }) => name === key)
        if (!inner) return []
        return hasOptions(inner) ? damagesToOption(inner.options, inner.options) : damagesToTyped(inner)
      })
      return [
        ['too many panels', tooMany],
        ['one panel without a list', panels[0]],
        ['words for a panel', ['x', ...panels.slice(1)]],
        ...first.map(([what, panel]): Wrong => [what, [panel, ...panels.slice(1)]]),
      ]
    }
    case 'signaturepad':
      return [
        ['words for a drawing', 'Jan'],
        ['a script for a drawing', 'javascript:alert(1)'],
        ['a drawing cut off', `${(answer as string).slice(0, -1)}!`],
      ]
    case 'checkbox':
    case 'ranking':
      return damagesToList(question, answer as readonly Option['value'][], offered)
    default:
      return hasOptions(question) ? damagesToOption(question.options, offered) : damagesToTyped(question)
  }
}

/** Damages one part after another, and the keys. */
function inParts(answer: AnswerParts, damages: (key: string) => readonly Wrong[]): readonly Wrong[] {
  return [
    ...['__proto__', 'constructor', 'nowhere'].map((key): Wrong => [`a part ${key}`, withKey(answer, key, 1)]),
    ...Object.keys(answer)
      .filter((key) => !key.endsWith('-Comment'))
      .flatMap((key) =>
        [...NEVER, ...damages(key)].map(([what, value]): Wrong => [`${what} in ${key}`, { ...answer, [key]: value }]),
      ),
  ]
}

function damagesToOption(all: readonly Option[], offered: readonly Option[]): readonly Wrong[] {
  const hidden = all.filter((option) => !offered.some(({ value }) => value === option.value))
  return [
    ['another value', 'nowhere'],
    ['another number', 987_654],
    ['a list of it', [all[0]?.value]],
    ['an object around it', { value: all[0]?.value }],
    ...hidden.map(({ value }): Wrong => ['an option that is not offered', value]),
    ...all.map(({ value }): Wrong => ['another type of value', typeof value === 'string' ? [value] : String(value)]),
  ]
}

function damagesToList(
  { options, minSelected = 1, maxSelected = options.length }: Extract<Question, { minSelected?: number }>,
  answer: readonly Option['value'][],
  offered: readonly Option[],
): readonly Wrong[] {
  const isAlone = ({ empty, exclusive }: Option): boolean => empty !== undefined || exclusive === true
  const together = offered.filter((option) => !isAlone(option)).map(({ value }) => value)
  const hidden = options.filter((option) => !offered.some(({ value }) => value === option.value))
  const alone = options.filter(isAlone)
  const others = answer.filter((value) => !alone.some((option) => option.value === value))
  return [
    ['one without a list', answer[0]],
    ['one of them twice', [...answer, answer[0]]],
    ['a value that is no option', [...answer.slice(1), 'nowhere']],
    ['an empty place', [...answer.slice(1), undefined]],
    ...hidden.map(({ value }): Wrong => ['an option that is not offered', [...answer.slice(1), value]]),
    ...(others.length > 0 ? alone : []).map(({ value }): Wrong => ['one that stands alone', [...others, value]]),
    ...(together.length > maxSelected ? [['too many', together] as const] : []),
    ...(minSelected > 1 && together.length > 1 ? [['too few', together.slice(0, 1)] as const] : []),
  ]
}

function damagesToTyped(question: InputQuestion): readonly Wrong[] {
  const { validators = [] } = question
  if (question.type === 'number') {
    const { min, max, step } = question
    return [
      ['digits in words', '20'],
      ['true', true],
      ...(min === undefined ? [] : [['too small', min - 1] as const]),
      ...(max === undefined ? [] : [['too large', max + 1] as const]),
      ...(step === undefined ? [] : [['between two steps', (min ?? 0) + step / 2] as const]),
      ...validators.flatMap((validator): Wrong[] =>
        validator.type === 'range' && validator.max !== undefined ? [['outside its range', validator.max + 1]] : [],
      ),
    ]
  }
  if (!('maxLength' in question))
    return [
      ['a day that is none', '2020-02-30'],
      ['a month that is none', '2020-13'],
      ['words for a date', 'morgen'],
      ['milliseconds', 0],
      ...(question.min === undefined
        ? []
        : [['too early', question.type === 'date' ? '0999-01-01' : '0999-01'] as const]),
      ...(question.max === undefined
        ? []
        : [['too late', question.type === 'date' ? '9999-01-01' : '9999-01'] as const]),
    ]
  return [
    ['a number for words', 5],
    ['too long', 'x'.repeat(question.maxLength + 1)],
    ['a NUL', 'a\u0000'],
    ['half a pair', '\uD83D'],
    ...(question.type === 'comment' ? [] : [['two lines', 'a\nb'] as const]),
    ...(question.type === 'email' ? [['no address', 'jan@'] as const] : []),
    ...validators.flatMap((validator): Wrong[] =>
      validator.type === 'pattern' || validator.type === 'email' ? [['another form', '!']] : [],
    ),
  ]
}
