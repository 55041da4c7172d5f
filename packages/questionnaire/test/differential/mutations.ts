import type { ItemValue, Question, QuestionMatrixModel, QuestionSelectBase, SurveyModel } from 'survey-core'
import { standsAlone } from './stands-alone.ts'

/** Answers that somebody could have given, with one thing changed that nobody could have. */
export interface Mutation {
  readonly kind: string
  readonly answers: Readonly<Record<string, unknown>>
}

type Data = Readonly<Record<string, unknown>>
type Change = readonly [kind: string, value: unknown]

/** All single changes that make the answers impossible, told by the model of survey-core and not by our own check. */
export function impossible(model: SurveyModel, data: Data): readonly Mutation[] {
  const mutations: Mutation[] = [
    { kind: 'unknown question', answers: { ...data, zzz: 1 } },
    {
      kind: 'inherited key',
      answers: JSON.parse(`{"__proto__": 1, ${JSON.stringify(data).slice(1)}`.replace(', }', '}')),
    },
  ]
  for (const value of model.calculatedValues)
    mutations.push({ kind: 'forged calculated value', answers: { ...data, [value.name]: 1 } })
  for (const question of model.getAllQuestions()) {
    const { name } = question
    for (const [kind, value] of changesOf(question, data[name]))
      mutations.push({ kind, answers: { ...data, [name]: value } })
    for (const [kind, words] of commentsOf(question, data))
      mutations.push({ kind, answers: { ...data, [`${name}-Comment`]: words } })
  }
  return mutations
}

function changesOf(question: Question, answer: unknown): readonly Change[] {
  const type = question.getType()
  if (type === 'html') return [['answer to a text', 'x']]
  if (type === 'expression') return [['forged value', 1]]
  const sample = SAMPLES[type] ?? 'x'
  const right = 'choices' in question ? firstChoice(question, sample) : sample
  if (!question.isVisibleInSurvey) return [['hidden question', right]]
  if (question.isReadOnly) return [['closed question', right]]
  if (answer === undefined) return []
  return [...NOTHING, ...(CHANGES[type]?.(question, answer) ?? [])]
}

/** Not answers, whatever is asked. */
const NOTHING: readonly Change[] = [
  ['null', null],
  ['empty text', ''],
  ['empty list', []],
  ['empty object', {}],
  ['number that is none', Number.NaN],
  ['nested list', [[1]]],
]

const SAMPLES: Readonly<Record<string, unknown>> = {
  boolean: true,
  matrix: { tijd: 1 },
  multipletext: { deel1: 'x' },
  rating: 4,
  paneldynamic: [{ naam: 'x' }],
}

function firstChoice(question: Question, otherwise: unknown): unknown {
  const [first] = question['choices'] as ItemValue[]
  if (!first) return otherwise
  return ['checkbox', 'ranking'].includes(question.getType()) || question['multiSelect'] ? [first.value] : first.value
}

const CHANGES: Readonly<Record<string, (question: Question, answer: unknown) => readonly Change[]>> = {
  radiogroup: single,
  dropdown: single,
  imagepicker: (question, answer) => (question['multiSelect'] ? several(question, answer) : single(question, answer)),
  checkbox: several,
  rating: (_, answer) => [
    ['unlisted option', 99],
    ['wrong type', String(answer)],
    ['list for one', [answer]],
  ],
  boolean: (_, answer) => [
    ['wrong type', String(answer)],
    ['wrong type', Number(answer)],
  ],
  text: (question, answer) => changesOfText(question['inputType'], question, answer),
  comment: (question, answer) => changesOfText('text', question, answer),
  matrix: (question, answer) => {
    const { visibleRows, columns } = question as QuestionMatrixModel
    const cells = answer as Data
    const [row, cell] = Object.entries(cells)[0] ?? ['', undefined]
    const shown = new Set(visibleRows.map(({ name }) => name))
    const rows = question['rows'] as ItemValue[]
    const closed = rows.filter((item) => !shown.has(item.value) || !item.isEnabled)
    const [column] = columns as ItemValue[]
    return [
      ['unknown row', { ...cells, zzz: cell }],
      ['unlisted option', { ...cells, [row]: 'zzz' }],
      ['wrong type', { ...cells, [row]: typeof cell === 'number' ? String(cell) : 1 }],
      ['wrong type', { ...cells, [row]: [cell] }],
      ['wrong type', Object.values(cells)],
      ...closed.map((item): Change => ['row that is not offered', { ...cells, [item.value]: column?.value }]),
    ]
  },
  multipletext: (question, answer) => {
    const parts = answer as Data
    const changes = (question['items'] as { readonly name: string; readonly inputType: string }[]).flatMap((item) =>
      Object.hasOwn(parts, item.name)
        ? changesOfText(item.inputType, undefined, parts[item.name]).map(([kind, value]): Change => [
            kind,
            { ...parts, [item.name]: value },
          ])
        : [],
    )
    return [['unknown item', { ...parts, zzz: 'x' }], ['wrong type', 'x'], ['wrong type', [parts]], ...changes]
  },
  ranking: (question, answer) => {
    const ranked = answer as unknown[]
    const short: Change[] = question['selectToRankEnabled'] ? [] : [['incomplete ranking', ranked.slice(1)]]
    return [...short, ...several(question, answer)]
  },
  paneldynamic: (question, answer) => {
    const panels = answer as Data[]
    const most = Number(question['maxPanelCount'])
    return [
      ['too many panels', Array.from({ length: most + 1 }, () => panels[0])],
      ['unknown key of a panel', [{ ...panels[0], zzz: 1 }, ...panels.slice(1)]],
      ['wrong type', panels[0]],
      ['wrong type', [...panels, 1]],
    ]
  },
  signaturepad: () => [
    ['wrong type', 1],
    ['no drawing', 'javascript:x'],
    ['no drawing', 'data:text/html;base64,eA=='],
  ],
}

function single(question: Question, answer: unknown): readonly Change[] {
  return [
    ['unlisted option', 'zzz'],
    ['unlisted option', 987],
    ['wrong type', typeof answer === 'number' ? String(answer) : 1.5],
    ['wrong type', true],
    ['list for one', [answer]],
    ...notOffered(question).map((value): Change => ['option that is not offered', value]),
  ]
}

function several(question: Question, answer: unknown): readonly Change[] {
  const chosen = answer as unknown[]
  const items = (question as QuestionSelectBase).visibleChoices.filter((item) => item.isEnabled)
  const free = items.filter((item) => !chosen.includes(item.value))
  const { maxSelectedChoices: most, minSelectedChoices: least } = question as unknown as Readonly<
    Record<string, number>
  >
  const alone = free.filter(standsAlone)
  const isAlone = items.some((item) => standsAlone(item) && chosen.includes(item.value))
  const together = (question['choices'] as ItemValue[]).filter((item) => !standsAlone(item)).map(({ value }) => value)
  return [
    ['unlisted option', [...chosen, 'zzz']],
    ['duplicate', [...chosen, chosen[0]]],
    ['one for a list', chosen[0]],
    ['wrong type', [...chosen, { value: 1 }]],
    ['wrong type', Object.fromEntries(chosen.map((value, place) => [place, value]))],
    ...alone.map((item): Change => ['exclusive with another', [...chosen, item.value]]),
    ...(isAlone ? free.slice(0, 1).map((item): Change => ['exclusive with another', [...chosen, item.value]]) : []),
    ...(most && together.length > most ? [['too many', together.slice(0, most + 1)] as Change] : []),
    ...(least && least > 1 && !isAlone ? [['too few', together.slice(0, 1)] as Change] : []),
    ...notOffered(question).map((value): Change => ['option that is not offered', [...chosen, value]]),
  ]
}

/** Hidden and closed ones. */
function notOffered(question: Question): readonly unknown[] {
  const { visibleChoices } = question as QuestionSelectBase
  const offered = new Set(visibleChoices.filter((item) => item.isEnabled).map(({ value }) => value))
  const listed = question['choices'] as ItemValue[]
  return listed.map(({ value }) => value as unknown).filter((value) => !offered.has(value))
}

function changesOfText(inputType: string, question: Question | undefined, answer: unknown): readonly Change[] {
  const [least, most] = [question?.['min'] as unknown, question?.['max'] as unknown]
  switch (inputType) {
    case 'number':
      return [
        ['wrong type', String(answer)],
        ['wrong type', [answer]],
        ['number that is none', Number.POSITIVE_INFINITY],
        ...(typeof most === 'number' ? [['above the maximum', most + 1] as Change] : []),
        ...(typeof least === 'number' ? [['below the minimum', least - 1] as Change] : []),
      ]
    case 'date':
      return [
        ['no day of the calendar', '2024-02-30'],
        ['no day of the calendar', '31-05-2026'],
        ['no day of the calendar', `${String(answer)}T00:00`],
        ['wrong type', 20_240_229],
        ...(most ? [['above the maximum', '2027-01-01'] as Change] : []),
        ...(least ? [['below the minimum', '2023-01-31'] as Change] : []),
      ]
    case 'month':
      return [
        ['no month of the calendar', '2024-13'],
        ['no month of the calendar', '2024-1'],
        ['no month of the calendar', `${String(answer)}-01`],
        ['wrong type', 202_401],
        ...(most ? [['above the maximum', '2028-01'] as Change] : []),
        ...(least ? [['below the minimum', '2022-11'] as Change] : []),
      ]
    default: {
      const longest = Number(question?.['maxLength'] ?? -1)
      return [
        ['wrong type', 1],
        ['wrong type', { text: answer }],
        ['wrong type', [answer]],
        ['forbidden character', `${String(answer).slice(1)}\u0000`],
        ['too long', 'x'.repeat(longest > 0 ? longest + 1 : 100_001)],
        ...(inputType === 'email' ? [['no address', 'x'] as Change] : []),
      ]
    }
  }
}

function commentsOf(question: Question, data: Data): readonly Change[] {
  const answer = data[question.name]
  const chosen = Array.isArray(answer) ? answer.includes('other') : answer === 'other'
  if (!chosen) return [['words without other', 'x']]
  return [
    ['empty words', ''],
    ['words of the wrong type', 1],
    ['words that are too long', 'x'.repeat(100_001)],
  ]
}
