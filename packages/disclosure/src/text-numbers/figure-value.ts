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
    }

/** The part of a publication that texts may point to. */
export type ReleasedFigures = Pick<Publication, 'account' | 'tables'>

const HIDDEN: FigureValue = { status: 'hidden' }
const UNKNOWN: FigureValue = { status: 'unknown' }

/** The released figure that a reference names. A sum of answers is hidden when one of them is. */
export function figureValue(reference: FigureReference, { account, tables }: ReleasedFigures): FigureValue {
  if ('account' in reference) return accountValue(reference.account, account)
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
  const group = reference.group === null ? 'everybody' : `group ${reference.group}`
  const what = 'base' in reference ? reference.base : `answers ${reference.answers.join('+')}`
  return `${reference.table}, ${group}, ${what}`
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
