import {
  localize,
  type HiddenFigure,
  type HiddenInTable,
  type LocalizedText,
  type Publication,
  type ReleasedGroup,
  type ReleasedTable,
} from '@klankbord/model'
import { say } from '../say.ts'

/** What an edition hides, table by table, with the reason of each; and how it was checked. */
export function hiddenLines(publication: Publication): readonly string[] {
  const { tables, disclosure, account, language } = publication
  const words: InWords = (text) => localize(text, 'en', language)
  const breakdowns = [...new Set(tables.map(({ by }) => by?.name))]
  const found = foundIn(disclosure.tables ?? [])
  const why = whyIn(publication)
  const hidden = breakdowns.flatMap((name) =>
    breakdownLines(
      tables.filter(({ by }) => by?.name === name),
      words,
      { found, why },
    ),
  )
  const totals = Object.entries(disclosure.hidden).filter(([, count]) => count > 0)
  const all = totals.map(([reason, count]) => `${count} (${why(reason)})`)
  return [
    say('figuresOf', { answers: account.answered, tables: tables.length }),
    ...(hidden.length === 0 ? [say('nothingHidden')] : [...hidden, say('hiddenInAll', { all: all.join('; ') })]),
    ...(disclosure.method === undefined ? [] : [say(`hidingMethod.${disclosure.method}`)]),
    disclosure.audited === 0 && totals.length > 0
      ? say('auditedNone')
      : say('auditedHidden', { audited: disclosure.audited, narrowest: disclosure.narrowest ?? 0 }),
  ]
}

/** The groups of a breakdown that no table shows, each once; and apart from them what single tables hide. */
function breakdownLines(tables: readonly ReleasedTable[], words: InWords, told: Told): readonly string[] {
  const [first, ...others] = tables
  if (first === undefined) return []
  const everywhere = first.groups.filter(
    (group) =>
      group.status === 'hidden' &&
      others.every(({ groups }) => groups.some(({ code, status }) => code === group.code && status === 'hidden')),
  )
  const lines = everywhere.flatMap((group) => groupLines(tables, group, words, told))
  const codes = new Set(everywhere.map(({ code }) => code))
  const by = first.by === null ? say('everybody') : words(first.by.label)
  return [
    ...(lines.length === 0 ? [] : [say('hiddenEverywhere', { by }), ...lines]),
    ...tables.flatMap((table) => {
      const own = table.groups.flatMap((group) =>
        codes.has(group.code) ? [] : groupLines([table], group, words, told),
      )
      return own.length === 0 ? [] : [say('hiddenTable', { of: words(table.subject.label), by }), ...own]
    }),
  ]
}

type InWords = (text: LocalizedText) => string

/** A row that all these tables hide, or what the one table hides of it. */
function groupLines(
  tables: readonly ReleasedTable[],
  group: ReleasedGroup,
  words: InWords,
  { found, why }: Told,
): readonly string[] {
  const name = group.code === null ? say('everybody') : words(group.label)
  const what = (category: number | null): string =>
    spanOf(tables.flatMap(({ id }) => found.get(keyOf(id, group.code, category)) ?? []))
  if (group.status === 'hidden') return [say('hiddenGroup', { group: name, why: why(group.reason), span: what(null) })]
  const categories = tables[0]?.categories ?? []
  return group.cells.flatMap((cell, place) => {
    if (cell.status === 'shown') return []
    const { code = null, label = {} } = categories[place] ?? {}
    return [say('hiddenAnswer', { group: name, answer: words(label), why: why(cell.reason), span: what(code) })]
  })
}

/** What is known of what is hidden: its place and how wide it is, and what its reason is called. */
interface Told {
  readonly found: Found
  readonly why: (reason: string) => string
}

/** Beside weighted shares a figure may be hidden for what these would tell of few people, as well as for other figures. */
function whyIn({ recipe }: Publication): Told['why'] {
  return (reason) =>
    reason === 'complementary' && recipe.weights !== 'none'
      ? say('hidden.complementaryWeighted')
      : say(`hidden.${reasonOf(reason)}`)
}

type Found = ReadonlyMap<string, HiddenFigure>

const keyOf = (table: string, group: number | null, category: number | null): string =>
  JSON.stringify([table, group, category])

function foundIn(tables: readonly HiddenInTable[]): Found {
  return new Map(
    tables.flatMap(({ table, figures }) => figures.map((one) => [keyOf(table, one.group, one.category), one] as const)),
  )
}

/** What can be worked out of it: between which numbers it lies where one table hides it, else how wide it is in each. */
function spanOf(figures: readonly HiddenFigure[]): string {
  const [first, ...others] = figures
  if (first === undefined) return ''
  const { least, most } = first
  const alike = others.every((one) => one.least === least && one.most === most)
  if (alike && least !== null && most !== null) return say('span.ends', { least, most })
  const widths = figures.flatMap(({ width }) => width ?? [])
  if (widths.length < figures.length) return ''
  return say('span.width', { width: widths.reduce((narrowest, width) => Math.min(narrowest, width)) })
}

const REASONS = ['tooFew', 'sensitive', 'uniform', 'complementary'] as const

function reasonOf(name: string): (typeof REASONS)[number] | 'other' {
  return REASONS.find((reason) => reason === name) ?? 'other'
}
