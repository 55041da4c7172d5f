import type { FigureReference, Publication, ReleasedGroup, ReleasedTable } from '@klankbord/model'

/** What a publication says where a text points to; a share without its count where only the share is released. */
export type FigureValue =
  | { readonly status: 'hidden' }
  | { readonly status: 'unknown' }
  | {
      readonly status: 'released'
      /** Null when only a share is told. */
      readonly count: number | null
      /** The base of the share; null when it is no share. */
      readonly n: number | null
      readonly share: number | null
      /** A mean, or days; only of what is told as a number. */
      readonly number?: number
    }

/** The part of a publication that texts may point to. */
export type ReleasedFigures = Pick<Publication, 'account' | 'tables' | 'numbers'>

const HIDDEN: FigureValue = { status: 'hidden' }
const UNKNOWN: FigureValue = { status: 'unknown' }

/** The released figure that a reference names. A sum of answers is hidden when one of them is. */
export function figureValue(
  reference: FigureReference,
  { account, tables, numbers = [] }: ReleasedFigures,
): FigureValue {
  if ('account' in reference) return accountValue(reference.account, account)
  if ('numbers' in reference) return numberValue(reference, numbers)
  const table = tables.find(({ id }) => id === reference.table)
  const group = table?.groups.find(({ code }) => code === reference.group)
  if (table === undefined || group === undefined) return UNKNOWN
  if ('answers' in reference) return group.status === 'hidden' ? HIDDEN : answersValue(reference.answers, table, group)
  if (reference.base === 'population') return sizeOf(group.population)
  return group.status === 'hidden' ? HIDDEN : baseValue(reference.base, group.base)
}

/** As the sentence of a problem names it. @example figureName({ account: 'answered' }) // 'account, answered' */
export function figureName(reference: FigureReference): string {
  if ('account' in reference) return `account, ${reference.account}`
  if ('numbers' in reference) return `${reference.numbers}, ${groupName(reference.group)}, ${reference.value}`
  const what = 'base' in reference ? reference.base : `answers ${reference.answers.join('+')}`
  return `${reference.table}, ${groupName(reference.group)}, ${what}`
}

const groupName = (code: number | null): string => (code === null ? 'everybody' : `group ${code}`)

function numberValue(
  { numbers: id, group: code, value }: Extract<FigureReference, { readonly numbers: string }>,
  numbers: NonNullable<Publication['numbers']>,
): FigureValue {
  const group = numbers.find((one) => one.id === id)?.groups.find((one) => one.code === code)
  if (group === undefined) return UNKNOWN
  if (group.status === 'hidden') return HIDDEN
  const { n } = group
  if (value === 'n') return { status: 'released', count: n, n: null, share: null }
  if (value === 'insufficient' || value === 'good') {
    const estimate = group[value]
    return estimate ? { status: 'released', count: estimate.count, n, share: estimate.share } : UNKNOWN
  }
  const number = value === 'mean' ? group.mean?.estimate : group[value]
  return number === undefined || number === null
    ? UNKNOWN
    : { status: 'released', count: null, n: null, share: null, number }
}

function accountValue(
  what: 'answered' | 'invited' | 'population',
  { answered, frame }: Publication['account'],
): FigureValue {
  if (what !== 'answered') return sizeOf(frame?.[what] ?? null)
  if (frame === null || frame.invited === 0) return { status: 'released', count: answered, n: null, share: null }
  return { status: 'released', count: answered, n: frame.invited, share: answered / frame.invited }
}

function sizeOf(size: number | null): FigureValue {
  return size === null ? UNKNOWN : { status: 'released', count: size, n: null, share: null }
}

type ShownGroup = Exclude<ReleasedGroup, { status: 'hidden' }>

/** Who answered is also told as a share: of those who were asked, or of the whole group. */
function baseValue(what: 'total' | 'asked' | 'answered' | 'valid', base: ShownGroup['base']): FigureValue {
  const n = what === 'total' ? null : what === 'asked' ? base.total : base.asked
  const value = base[what]
  return { status: 'released', count: value, n, share: n === null || n === 0 ? null : value / n }
}

function answersValue(codes: readonly number[], table: ReleasedTable, group: ShownGroup): FigureValue {
  const places = [...new Set(codes)].map((code) => table.categories.findIndex((category) => category.code === code))
  if (places.length === 0 || places.includes(-1)) return UNKNOWN
  // Ticks overlap: their sum counts people twice.
  if (table.kind === 'multiple' && places.length > 1) return UNKNOWN
  const cells = places.flatMap((place) => group.cells[place] ?? [])
  const shown = cells.flatMap((cell) => (cell.status === 'shown' ? [cell] : []))
  if (shown.length < places.length) return HIDDEN
  const share = shown.reduce((sum, cell) => sum + cell.share, 0)
  return { status: 'released', count: shown.reduce((sum, cell) => sum + cell.count, 0), n: group.base.valid, share }
}
