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
  const words = (text: LocalizedText): string => localize(text, 'en', language)
  const hidden = tables.flatMap((table) => tableLines(table, words))
  const totals = Object.entries(disclosure.hidden).filter(([, count]) => count > 0)
  const all = totals.map(([reason, count]) => `${count} ${say(`hidden.${reasonOf(reason)}`)}`)
  return [
    say('figuresOf', { answers: account.answered, tables: tables.length }),
    ...(hidden.length === 0 ? [say('nothingHidden')] : [...hidden, say('hiddenInAll', { all: all.join('; ') })]),
    say('auditedHidden', { audited: disclosure.audited, narrowest: disclosure.narrowest ?? 0 }),
  ]
}

function tableLines(table: ReleasedTable, words: (text: LocalizedText) => string): readonly string[] {
  const lines = table.groups.flatMap((group) => groupLines(table, group, words))
  if (lines.length === 0) return []
  const { subject, by } = table
  return [
    by === null ? words(subject.label) : say('hiddenTable', { of: words(subject.label), by: words(by.label) }),
    ...lines,
  ]
}

function groupLines(
  { categories }: ReleasedTable,
  group: ReleasedGroup,
  words: (text: LocalizedText) => string,
): readonly string[] {
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
