import type { EmptyOptionKind, Option, Primitive, Question, ValueType } from '@klankbord/model'
import { findingList, type FindingList } from '../../src/compile/finding-list.ts'
import type { Known, Scope } from '../../src/condition/scope.ts'

export const WORDS = ['ja', 'Nee', 'soms wel', 'it\'s "so"']
export const TODAY = '2026-03-15'

const option = (value: Primitive, code: number, empty?: EmptyOptionKind): Option => ({
  value,
  code,
  text: { en: String(value) },
  ...(empty && { empty }),
})
const options = (...values: readonly Primitive[]): readonly Option[] =>
  values.map((value, index) => option(value, index + 1))

const base = (name: string) =>
  ({ name, path: `/${name}`, title: { en: name }, required: false, sensitive: false }) as const

const radio = (name: string, ...values: readonly Primitive[]): Question => ({
  ...base(name),
  type: 'radiogroup',
  options: options(...values),
})
const ticked = (name: string, ...values: readonly Primitive[]): Question => ({
  ...base(name),
  type: 'checkbox',
  options: options(...values),
})
const input = (name: string, type: 'number' | 'date' | 'month') => ({ ...base(name), type }) as const
const words = (name: string) => ({ ...base(name), type: 'text', maxLength: 100 }) as const

/** One question of every type that an expression can meet. */
export const QUESTIONS: readonly Question[] = [
  radio('one', 0, 1, 2, 3),
  { ...base('scaled'), type: 'rating', options: [...options(1, 2, 3), option(-3, -3, 'dontKnow')] },
  radio('word', ...WORDS),
  radio('same_word', ...WORDS),
  radio('digits', '1', '02', '3.5', 'x'),
  radio('mixed', 5, 'ja', 'vijf'),
  { ...base('yes'), type: 'boolean', options: options(true, false) },
  { ...base('sure'), type: 'boolean', options: options(true, false) },
  ticked('many', 1, 2, 3, 12),
  ticked('several', 1, 2, 3, 12),
  ticked('kinds', ...WORDS),
  { ...base('rank'), type: 'ranking', options: options(...WORDS), minSelected: 1, maxSelected: 4 },
  input('age', 'number'),
  input('weight', 'number'),
  words('line'),
  input('birth', 'date'),
  input('moved', 'date'),
  input('since', 'month'),
  input('until', 'month'),
  {
    ...base('care'),
    type: 'matrix',
    rows: ['staff', '2'].map((name) => ({ name, text: { en: name } })),
    columns: options(1, 2, 3),
    eachRowRequired: false,
  },
  { ...base('contact'), type: 'multipletext', items: [input('n', 'number'), input('d', 'date'), words('t')] },
]

const PANEL: readonly Question[] = [input('size', 'number'), radio('sort', ...WORDS), radio('own', true, false)]

export const CALCULATED: Readonly<Record<string, ValueType>> = {
  score: 'number',
  eligible: 'boolean',
  due: 'date',
  label: 'string',
}

/** A place on the last screen of a questionnaire with these questions, all of them asked before. */
export function scopeAtTheEnd(): Scope & { readonly list: FindingList } {
  const known = new Map<string, Known | null>([
    ...QUESTIONS.map((question, screen): [string, Known] => [question.name, { kind: 'question', question, screen }]),
    ...Object.entries(CALCULATED).map(([name, valueType]): [string, Known] => [
      name,
      { kind: 'calculated', valueType, screen: -1 },
    ]),
    ['later', { kind: 'question', question: input('later', 'number'), screen: 99 }],
    ['broken', null],
  ])
  return {
    property: 'visibleIf',
    element: 'comment last',
    path: '/last',
    screen: 50,
    list: findingList(),
    known,
    panel: new Map(PANEL.map((question) => [question.name, question])),
  }
}
