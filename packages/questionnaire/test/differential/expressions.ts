import type { Draw } from './draw.ts'

/** What an expression can look at: an earlier answer, a part of one, or a calculated value. */
export interface Source {
  /** As it stands between braces: `q3`, or `q3.row`. */
  readonly name: string
  readonly kind: 'number' | 'choice' | 'several' | 'ranked' | 'truth' | 'date' | 'month' | 'words' | 'parts'
  readonly values?: readonly (string | number)[]
}

/** Where expressions are written, with a tally of what was used. */
export interface Writing {
  readonly draw: Draw
  readonly sources: readonly Source[]
  readonly count: (what: string) => void
  /** Whether a yes or no may stand alone as a condition. */
  readonly bare: boolean
}

type Level = 'number' | 'date' | 'string' | 'boolean'

/** A condition over what came earlier, or undefined where there is nothing to look at. */
export function drawCondition(writing: Writing, depth = 2): string | undefined {
  const { draw, sources, count } = writing
  if (sources.length === 0) return undefined
  if (depth > 0 && draw.chance(0.35)) {
    const parts = [drawCondition(writing, depth - 1), drawCondition(writing, depth - 1)]
    if (draw.chance(0.2)) {
      count('!')
      return `!(${parts[0]})`
    }
    const junction = draw.pick(['and', 'or', 'and', 'or', '&&', '||'])
    count(junction)
    return draw.chance(0.5) ? `(${parts[0]}) ${junction} (${parts[1]})` : parts.join(` ${junction} `)
  }
  return draw.chance(0.15) ? drawComparisonOfValues(writing) : drawComparison(writing, draw.pick(sources))
}

const ORDERS = ['<', '<=', '>', '>=']
const EQUALITIES = ['=', '!=', '==', '<>']

function drawComparison(writing: Writing, source: Source): string {
  const { draw, count } = writing
  const with_ = (operator: string, right = ''): string => {
    count(operator)
    return `{${source.name}} ${operator} ${right}`.trim()
  }
  if (draw.chance(0.15) || source.kind === 'words' || source.kind === 'parts')
    return with_(draw.pick(['empty', 'notempty']))
  const values = source.values ?? []
  const list = (min = 1): string => `[${draw.shuffled(values, min).map(literal).join(', ')}]`
  switch (source.kind) {
    case 'number':
      return with_(draw.pick([...ORDERS, ...EQUALITIES]), drawValue(writing, 'number', 1))
    case 'date':
      return with_(draw.pick([...ORDERS, '=', '!=']), drawValue(writing, 'date', 1))
    case 'month':
      return with_(draw.pick(['=', '!=', ...ORDERS]), `'${monthOf(draw)}'`)
    case 'truth':
      if (writing.bare && draw.chance(0.3)) return `{${source.name}}`
      return with_(draw.pick(EQUALITIES), draw.pick(['true', 'false']))
    case 'ranked':
      return draw.chance(0.5)
        ? with_(draw.pick(['contains', 'notcontains']), literal(draw.pick(values)))
        : with_(draw.pick(['anyof', 'allof', 'noneof']), list())
    case 'several':
      return draw.chance(0.5)
        ? with_(draw.pick(['contains', 'notcontains']), literal(draw.pick(values)))
        : with_(draw.pick(['anyof', 'allof', 'noneof', '=', '!=']), list())
    default:
      if (draw.chance(0.35)) return with_(draw.pick(['anyof', 'noneof']), list())
      if (draw.chance(0.3) && values.every((value) => typeof value === 'number'))
        return with_(draw.pick(ORDERS), literal(draw.pick(values)))
      return with_(draw.pick(EQUALITIES), literal(draw.pick(values)))
  }
}

function drawComparisonOfValues(writing: Writing): string {
  const { draw, count } = writing
  const operator = draw.pick(ORDERS)
  count(operator)
  const level = draw.chance(0.7) ? 'number' : 'date'
  const left = drawValue(writing, level, 2, true)
  return left.includes('{') || left.includes('today')
    ? `${left} ${operator} ${drawValue(writing, level, 1)}`
    : drawComparison(writing, draw.pick(writing.sources))
}

/** An expression that gives a value of this type; `looks` where it must look at something. */
export function drawValue(writing: Writing, type: Level, depth = 2, looks = false): string {
  const { draw } = writing
  // What survey-core gives for a yes or no alone may be neither true nor false: a listed difference.
  if (type === 'boolean') return drawCondition({ ...writing, bare: false }, depth) ?? `today() > '2024-02-29'`
  if (depth > 0 && (looks || draw.chance(0.4))) return WORKED_OUT[type](writing, depth - 1)
  const kind = type === 'string' ? 'choice' : type
  const sources = writing.sources.filter(
    (source) =>
      source.kind === kind || (type === 'number' && source.kind === 'choice' && source.values?.every(Number.isFinite)),
  )
  if (type !== 'string' && sources.length > 0 && draw.chance(0.6)) return `{${draw.pick(sources).name}}`
  if (type === 'number') return String(draw.chance(0.7) ? draw.whole(0, 12) : draw.number(-10, 40))
  return type === 'date' ? `'${dateOf(draw)}'` : `'${draw.pick(['laag', 'midden', 'hoog', 'ja'])}'`
}

const WORKED_OUT: Readonly<Record<Exclude<Level, 'boolean'>, (writing: Writing, depth: number) => string>> = {
  number: (writing, depth) => {
    const { draw, count } = writing
    const number = (): string => drawValue(writing, 'number', depth)
    const date = (): string => drawValue(writing, 'date', depth)
    const answered = writing.sources.filter(({ kind }) => kind !== 'parts' && kind !== 'words')
    const countable = draw.some(answered, 1, 3)
    const functions = countable.length > 0 ? [...NUMBER_FUNCTIONS, 'count'] : NUMBER_FUNCTIONS
    const name = draw.pick([...CALCULATIONS, ...CALCULATIONS, ...functions])
    count(name)
    switch (name) {
      case 'sum':
      case 'avg':
      case 'min':
      case 'max':
        return `${name}(${Array.from({ length: draw.whole(1, 3) }, number).join(', ')})`
      case 'count':
        return `count(${countable.map((source) => `{${source.name}}`).join(', ')})`
      // Of no number they give NaN in survey-core, which is a listed difference where it is kept.
      case 'round':
        return `round(${number()} + 0${draw.chance(0.5) ? `, ${draw.whole(0, 2)}` : ''})`
      case 'trunc':
        return `trunc(${number()} + 0)`
      case 'age':
      case 'year':
      case 'month':
      case 'day':
      case 'weekday':
        return `${name}(${date()})`
      case 'dateDiff':
        return `dateDiff(${date()}, ${date()}, '${draw.pick(['days', 'months', 'years'])}')`
      case 'iif':
        return `iif(${drawCondition(writing, 1) ?? `today() > '2024-02-29'`}, ${number()}, ${number()})`
      case '^':
        return `(${number()} ^ 2)`
      case '/':
      case '%': {
        const by = number()
        return `(${number()} ${name} ${by === '0' ? '4' : by})`
      }
      default:
        return `(${number()} ${name} ${number()})`
    }
  },
  date: (writing, depth) => {
    const { draw, count } = writing
    const name = draw.pick(['today', 'dateAdd'])
    count(name)
    if (name === 'today') return 'today()'
    return `dateAdd(${drawValue(writing, 'date', depth)}, ${draw.whole(-400, 400)}, '${draw.pick(['days', 'months', 'years'])}')`
  },
  string: (writing, depth) => {
    const { draw, count } = writing
    const word = (): string => drawValue(writing, 'string', depth)
    const numbers = writing.sources.filter(({ kind }) => kind === 'number')
    const literals = (): string => drawValue(writing, 'string', 0)
    if (draw.chance(0.5)) {
      count('+')
      return numbers.length > 0 ? `${literals()} + {${draw.pick(numbers).name}}` : `${literals()} + ${literals()}`
    }
    count('iif')
    return `iif(${drawCondition(writing, 1) ?? `today() > '2024-02-29'`}, ${word()}, ${word()})`
  },
}

const CALCULATIONS = ['+', '-', '*', '/', '%', '^']
const NUMBER_FUNCTIONS = [
  'sum',
  'avg',
  'min',
  'max',
  'round',
  'trunc',
  'age',
  'year',
  'month',
  'day',
  'weekday',
  'dateDiff',
  'iif',
]

const literal = (value: string | number): string => (typeof value === 'number' ? String(value) : `'${value}'`)

const two = (number: number): string => String(number).padStart(2, '0')

export const monthOf = (draw: Draw): string => `${draw.whole(2023, 2026)}-${two(draw.whole(1, 12))}`

/** A day around the clock of the tests, the ends of months among them. */
export const dateOf = (draw: Draw): string =>
  draw.pick(['2024-02-29', '2026-05-31', '2026-06-01', `${monthOf(draw)}-${two(draw.whole(1, 28))}`])
