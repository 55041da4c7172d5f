import type { Json } from '@klankbord/model'
import { dateOf, drawCondition, monthOf, type Source, type Writing } from './expressions.ts'

export type JsonObject = Record<string, Json>

/** A question as JSON, and what expressions of later screens can look at. */
export interface Drawn {
  readonly element: JsonObject
  readonly sources: readonly Source[]
}

/** The types that take an answer; what stands more often is drawn more often. */
export const QUESTION_TYPES = [
  'radiogroup',
  'radiogroup',
  'dropdown',
  'checkbox',
  'checkbox',
  'rating',
  'boolean',
  'text',
  'text',
  'comment',
  'matrix',
  'imagepicker',
  'ranking',
  'multipletext',
  'paneldynamic',
  'signaturepad',
] as const

export type QuestionType = (typeof QUESTION_TYPES)[number]

/** A question of this type with everything that its type can have; conditions look at the sources of the writing. */
export function drawQuestion(type: QuestionType, name: string, writing: Writing): Drawn {
  const { properties, sources } = BY_TYPE[type](name, writing)
  return {
    element: { type, name, title: `Vraag ${name}`, ...conditions(writing), ...properties },
    sources,
  }
}

interface Body {
  readonly properties: JsonObject
  readonly sources: readonly Source[]
}

function conditions(writing: Writing): JsonObject {
  const { draw } = writing
  return {
    ...(draw.chance(0.15) ? { isRequired: true } : draw.chance(0.15) ? when('requiredIf', writing) : {}),
    ...(draw.chance(0.3) ? when('visibleIf', writing) : {}),
    ...(draw.chance(0.12) ? when('enableIf', writing) : {}),
  }
}

/** A condition under this property, where there is something to look at; counted by what it belongs to. */
export function when(property: string, writing: Writing, owner?: string): JsonObject {
  // What survey-core makes of an enableIf that gives neither true nor false is a listed difference.
  const condition = drawCondition({ ...writing, bare: property !== 'enableIf' })
  if (condition === undefined) return {}
  writing.count(owner === undefined ? property : `${property} of ${owner}`)
  return { [property]: condition }
}

const WORDS = ['ja', 'nee', 'soms', 'te_laat', 'weet ik', 'Ruim', 'a-b', 'laatst']

const BY_TYPE: Readonly<Record<QuestionType, (name: string, writing: Writing) => Body>> = {
  radiogroup: (name, writing) => choice('radiogroup', name, writing),
  dropdown: (name, writing) => choice('dropdown', name, writing),
  checkbox: (name, writing) => {
    const { draw } = writing
    const { properties, sources } = choice('checkbox', name, writing)
    const choices = properties['choices'] as Json[]
    const most = draw.whole(2, 4)
    return {
      properties: {
        ...properties,
        ...(draw.chance(0.25) && choices.length > 4 ? { maxSelectedChoices: most } : {}),
        ...(draw.chance(0.2) && choices.length > 4 ? { minSelectedChoices: 2 } : {}),
      },
      sources: sources.map((source) => ({ ...source, kind: 'several' as const })),
    }
  },
  rating: (name, { draw, count }) => {
    const form = draw.pick(['limits', 'limits', 'plain', 'count', 'values'])
    count(`rating: ${form}`)
    if (form === 'values') {
      const rateValues = draw.chance(0.5)
        ? [2, 4, 6, 8]
        : [{ value: 1, text: 'Slecht' }, { value: 2, text: 'Goed' }, { value: 3, text: 'Uitstekend' }, 4]
      const values = rateValues.map((item) => (typeof item === 'number' ? item : item.value))
      return { properties: { rateValues }, sources: [{ name, kind: 'choice', values }] }
    }
    const [first, last] =
      form === 'plain' ? [1, 5] : form === 'count' ? [1, 7] : [draw.whole(0, 1), draw.pick([5, 7, 10])]
    const limits =
      form === 'plain' ? {} : form === 'count' ? { rateCount: 7, rateMax: 7 } : { rateMin: first, rateMax: last }
    const values = Array.from({ length: last - first + 1 }, (_, step) => first + step)
    return {
      properties: {
        ...limits,
        ...(draw.chance(0.3) ? { minRateDescription: 'laag', maxRateDescription: 'hoog' } : {}),
      },
      sources: [{ name, kind: 'choice', values }],
    }
  },
  boolean: (name, { draw }) => ({
    properties: draw.chance(0.5) ? { labelTrue: 'Jazeker', labelFalse: 'Zeker niet' } : {},
    sources: [{ name, kind: 'truth' }],
  }),
  text: (name, writing) => {
    const inputType = writing.draw.pick(['text', 'text', 'number', 'number', 'date', 'date', 'month', 'email'])
    writing.count(`text: ${inputType}`)
    const { properties, source } = input(inputType, name, writing)
    return { properties: { ...properties, ...validators(inputType, name, writing) }, sources: [source] }
  },
  comment: (name, { draw }) => ({
    properties: draw.chance(0.5) ? { maxLength: draw.whole(5, 200) } : {},
    sources: [{ name, kind: 'words' }],
  }),
  matrix: (name, writing) => {
    const { draw } = writing
    const columns = draw.chance(0.5) ? [1, 2, 3, 4] : ['nooit', 'soms', 'vaak']
    const rows = ['begrip', 'tijd', 'hulp', 'prijs']
      .slice(0, draw.whole(2, 4))
      .map((value, place) =>
        place > 0 && draw.chance(0.4)
          ? { value, text: `Rij ${value}`, ...when(draw.pick(['visibleIf', 'enableIf']), writing, 'row') }
          : value,
      )
    const names = rows.map((row) => (typeof row === 'string' ? row : row.value))
    return {
      properties: { columns, rows, ...(draw.chance(0.2) ? { eachRowRequired: true } : {}) } as JsonObject,
      sources: [
        { name, kind: 'parts' },
        ...names.map((row): Source => ({ name: `${name}.${row}`, kind: 'choice', values: columns })),
      ],
    }
  },
  imagepicker: (name, writing) => {
    const { draw, count } = writing
    const values = ['huis', 'boom', 'fiets', 'water'].slice(0, draw.whole(2, 4))
    const choices = values.map((value) => ({ value, text: `Beeld ${value}`, imageLink: `/pictures/${value}.svg` }))
    const several = draw.chance(0.4)
    if (several) count('imagepicker: several')
    return {
      properties: { choices, ...(several ? { multiSelect: true } : {}) },
      sources: [{ name, kind: several ? 'several' : 'choice', values }],
    }
  },
  ranking: (name, writing) => {
    const { draw, count } = writing
    const { choices } = options(WORDS.slice(0, draw.whole(3, 5)), writing, 2, ['visibleIf'])
    const some = draw.chance(0.4)
    if (some) count('ranking: select to rank')
    const limits = draw.chance(0.5) ? { maxSelectedChoices: 3 } : { minSelectedChoices: 2 }
    return {
      properties: { choices, ...(some ? { selectToRankEnabled: true, ...limits } : {}) },
      sources: [{ name, kind: 'ranked', values: choices.map(valueOf) }],
    }
  },
  paneldynamic: panels,
  signaturepad: (name) => ({ properties: {}, sources: [{ name, kind: 'parts' }] }),
  multipletext: (name, writing) => {
    const { draw } = writing
    const types = ['text', 'number', 'date', 'number'].slice(0, draw.whole(1, 4))
    const items = types.map((inputType, place) => {
      const item = `deel${place + 1}`
      const { source } = input(inputType, `${name}.${item}`, writing)
      return { item: { name: item, title: `Deel ${place + 1}`, inputType }, source }
    })
    return {
      properties: { items: items.map(({ item }) => item) },
      sources: [{ name, kind: 'parts' }, ...items.map(({ source }) => source)],
    }
  },
}

/** The same few questions for each of several things, with a condition inside. */
function panels(name: string, writing: Writing): Body {
  const { draw, count } = writing
  const kinds = draw.chance(0.5) ? [1, 2, 3] : ['huis', 'werk']
  const inside: Writing = { ...writing, sources: [{ name: 'panel.soort', kind: 'choice', values: kinds }] }
  const templateElements = [
    { type: 'radiogroup', name: 'soort', title: 'Soort', choices: kinds },
    { type: 'text', name: 'naam', title: 'Naam', maxLength: 40, ...when('visibleIf', inside) },
    { type: 'text', name: 'jaren', title: 'Jaren', inputType: 'number', min: 0, max: 60 },
  ].slice(0, draw.whole(1, 3))
  const least = draw.chance(0.3) ? 1 : 0
  if (least > 0) count('paneldynamic: at least one')
  return {
    properties: {
      templateElements,
      ...(least > 0 ? { minPanelCount: least } : {}),
      maxPanelCount: draw.whole(1, 4),
    },
    sources: [{ name, kind: 'parts' }],
  }
}

function choice(type: 'radiogroup' | 'dropdown' | 'checkbox', name: string, writing: Writing): Body {
  const { draw, count } = writing
  const values = draw.chance(0.5)
    ? Array.from({ length: draw.whole(2, 7) }, (_, place) => place + 1)
    : draw.shuffled(WORDS, 2, 7)
  const { choices } = options(
    values,
    writing,
    1,
    type === 'dropdown' ? ['visibleIf'] : ['visibleIf', 'visibleIf', 'enableIf'],
  )
  const missing = draw.chance(0.25)
  if (missing) {
    count('missing reason')
    choices.push({ value: draw.pick([-3, 'geen idee']), text: 'Weet ik niet', missingReason: 'dontKnow' })
  }
  const alone = type === 'checkbox' && draw.chance(0.3) && !missing
  if (alone) {
    count('exclusive')
    choices.push({ value: 'geen', text: 'Geen van deze', exclusive: true })
  }
  const withOther = draw.chance(0.25)
  if (withOther) count('other')
  const known = [...choices.map(valueOf), ...(withOther ? ['other'] : [])]
  return {
    properties: { choices, ...(withOther ? { showOtherItem: true } : {}) },
    sources: [{ name, kind: 'choice', values: known }],
  }
}

const valueOf = (option: Json): string | number =>
  typeof option === 'object' && option !== null && !Array.isArray(option)
    ? ((option as JsonObject)['value'] as string | number)
    : (option as string | number)

/** Options, from the place `free` on now and then with a condition of their own. */
function options(
  values: readonly (string | number)[],
  writing: Writing,
  free: number,
  properties: readonly string[],
): { choices: Json[] } {
  const { draw } = writing
  return {
    choices: values.map((value, place): Json => {
      if (draw.chance(0.4)) return value
      const conditional = place >= free && draw.chance(0.3)
      return {
        value,
        text: `Keuze ${value}`,
        ...(conditional ? when(draw.pick(properties), writing, 'option') : {}),
      }
    }),
  }
}

function input(inputType: string, name: string, { draw }: Writing): { properties: JsonObject; source: Source } {
  const bounded = draw.chance(0.5)
  switch (inputType) {
    case 'number':
      return {
        properties: {
          inputType,
          ...(bounded ? { min: 0, max: draw.pick([10, 40, 120]), ...(draw.chance(0.3) ? { step: 0.5 } : {}) } : {}),
        },
        source: { name, kind: 'number' },
      }
    case 'date':
      return {
        properties: { inputType, ...(bounded ? { min: '2023-02-01', max: '2026-12-31' } : {}) },
        source: { name, kind: 'date' },
      }
    case 'month':
      return {
        properties: { inputType, ...(bounded ? { min: '2022-12', max: monthOf(draw).replace(/^\d+/, '2027') } : {}) },
        source: { name, kind: 'month' },
      }
    case 'email':
      return { properties: { inputType }, source: { name, kind: 'words' } }
    default:
      return { properties: bounded ? { maxLength: draw.whole(3, 60) } : {}, source: { name, kind: 'words' } }
  }
}

type Validator = JsonObject & { readonly type: string }

function validators(inputType: string, name: string, writing: Writing): JsonObject {
  const { draw, count } = writing
  if (!draw.chance(0.6)) return {}
  const drawn: Validator | undefined =
    inputType === 'number'
      ? draw.chance(0.5)
        ? { type: 'numeric', minValue: 2, maxValue: 90 }
        : { type: 'expression', expression: `{${name}} > ${draw.whole(0, 8)}` }
      : inputType === 'text'
        ? draw.pick<Validator>([
            { type: 'text', minLength: 2, maxLength: 40 },
            { type: 'regex', regex: '^[^0-9]*$' },
            { type: 'regex', regex: '[a-e]' },
            { type: 'expression', expression: `{${name}} notempty` },
          ])
        : inputType === 'date'
          ? { type: 'expression', expression: `{${name}} <= '${dateOf(draw)}'` }
          : undefined
  if (drawn === undefined) return {}
  count(`validator: ${drawn.type}`)
  return { validators: [drawn] }
}
