import {
  localize,
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
  const hidden = breakdowns.flatMap((name) =>
    breakdownLines(
      tables.filter(({ by }) => by?.name === name),
      words,
    ),
  )
  const totals = Object.entries(disclosure.hidden).filter(([, count]) => count > 0)
  const all = totals.map(([reason, count]) => `${count} (${say(`hidden.${reasonOf(reason)}`)})`)
  return [
    say('figuresOf', { answers: account.answered, tables: tables.length }),
    ...(hidden.length === 0 ? [say('nothingHidden')] : [...hidden, say('hiddenInAll', { all: all.join('; ') })]),
    say('auditedHidden', { audited: disclosure.audited, narrowest: disclosure.narrowest ?? 0 }),
  ]
}

/** The groups of a breakdown that no table shows, each once; and apart from them what single tables hide. */
function breakdownLines(tables: readonly ReleasedTable[], words: InWords): readonly string[] {
  const [first, ...others] = tables
  if (first === undefined) return []
  const everywhere = first.groups.filter(
    (group) =>
      group.status === 'hidden' &&
      others.every(({ groups }) => groups.some(({ code, status }) => code === group.code && status === 'hidden')),
  )
  const lines = everywhere.flatMap((group) => groupLines(first, group, words))
  const codes = new Set(everywhere.map(({ code }) => code))
  const by = first.by === null ? say('everybody') : words(first.by.label)
  return [
    ...(lines.length === 0 ? [] : [say('hiddenEverywhere', { by }), ...lines]),
    ...tables.flatMap((table) => {
      const own = table.groups.flatMap((group) => (codes.has(group.code) ? [] : groupLines(table, group, words)))
      return own.length === 0 ? [] : [say('hiddenTable', { of: words(table.subject.label), by }), ...own]
    }),
  ]
}

type InWords = (text: LocalizedText) => string

function groupLines({ categories }: ReleasedTable, group: ReleasedGroup, words: InWords): readonly string[] {
  const name = group.code === null ? say('everybody') : words(group.label)
  if (group.status === 'hidden') return [say('hiddenGroup', { group: name, why: say(`hidden.${group.reason}`) })]
  return group.cells.flatMap((cell, place) => {
    if (cell.status === 'shown') return []
    const answer = words(categories[place]?.label ?? {})
    return [say('hiddenAnswer', { group: name, answer, why: say(`hidden.${cell.reason}`) })]
  })
}

const REASONS = ['tooFew', 'sensitive', 'uniform', 'complementary'] as const

function reasonOf(name: string): (typeof REASONS)[number] | 'other' {
  return REASONS.find((reason) => reason === name) ?? 'other'
}
