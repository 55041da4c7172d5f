import type { CountTable, DisclosurePolicy, HiddenReason, HidingMethod } from '@klankbord/model'
import type { Solving } from '../hiding/cell-system.ts'
import { hideAll, showAll, type Family, type TablePattern } from '../pattern.ts'
import { sensitiveDraft, type SensitiveQuestion } from './sensitive-draft.ts'
import { answerRules } from './answer-rules.ts'
import { gonerOf } from './goner-of.ts'
import type { HiddenRows } from './hide-answers.ts'
import { hideMargin } from './hide-margin.ts'
import type { HiddenGroups } from './hide-sizes.ts'
import type { Owner } from './hiding-draft.ts'
import { isMostlyHidden } from './is-mostly-hidden.ts'
import { isUniform } from './is-uniform.ts'
import { breakdownName, lineAt } from './lines.ts'
import { hideMarginTicks } from './ticks.ts'

/** What the tables of one question hide, by table id. */
export interface HiddenCells {
  readonly patterns: ReadonlyMap<string, TablePattern>
  readonly methods: readonly HidingMethod[]
}

/**
 * Hides the rare answers to a sensitive question, or in tables by a sensitive breakdown, with the further answers and rows that
 * keep them from being computed: in all tables of the question as one program, for they share what everybody answered. An
 * answer that is hidden for everybody is hidden in every row, zeros too. A table in which too little is left goes whole.
 *
 * @param rows what is hidden of this question for numbers of people and of answers
 * @returns null where the question cannot be shown at all
 */
export async function hideSensitive(
  family: Family,
  rows: HiddenRows,
  everywhere: HiddenGroups['reasons'],
  policy: DisclosurePolicy,
  solving: Solving,
): Promise<HiddenCells | null> {
  const margin = marginOf(family, policy)
  if (margin === null) return null
  const gone = new Set([
    ...rows.gone,
    ...family.splits.flatMap((split) =>
      isMostlyHidden(split, rows.reasons.get(breakdownName(split)) ?? []) ? [breakdownName(split)] : [],
    ),
  ])
  const added = new Map<string, ReadonlySet<number>>()
  for (;;) {
    const question: SensitiveQuestion = {
      family,
      lines: rows.lines,
      everywhere,
      reasons: withAdded(rows.reasons, added),
      gone,
      margin,
      rules: answerRules(family.whole, policy),
      policy,
    }
    const { draft, cells, rowCells } = sensitiveDraft(question)
    const outcome = await solving.hide(draft.task())
    const stuck = draft.ownersOf(outcome.unmet)
    if (stuck.length > 0) {
      const isEverybody = stuck.some(({ by }) => by === null)
      if (isEverybody && gone.size === family.splits.length) return null
      if (addStuckRows(added, question, stuck)) continue
      const going = isEverybody ? rows.lines.groups.keys() : gonerOf(stuck, gone, rows.lines)
      const before = gone.size
      for (const name of going) gone.add(name)
      if (gone.size > before) continue
    }
    const hidden = new Set(outcome.hidden)
    // What whole rows leave over beside those that were hidden before is looked at anew.
    if (!addRows(added, rowCells, hidden))
      return { methods: [outcome.method], patterns: patternsOf(question, cells, hidden) }
  }
}

function marginOf({ whole, sensitive }: Family, policy: DisclosurePolicy): readonly (HiddenReason | null)[] | null {
  if (!sensitive(null)) return whole.categories.map(() => null)
  if (whole.kind === 'multiple') return hideMarginTicks(whole, policy)?.cells[0] ?? null
  return isUniform(whole, 0) ? null : hideMargin(whole.counts[0] ?? [], policy)
}

function withAdded(
  reasons: HiddenRows['reasons'],
  added: ReadonlyMap<string, ReadonlySet<number>>,
): HiddenRows['reasons'] {
  return new Map(
    [...reasons].map(([by, own]) => [
      by,
      own.map((reason, group) => reason ?? (added.get(by)?.has(group) === true ? 'complementary' : null)),
    ]),
  )
}

/**
 * A row of which an answer cannot be protected goes whole: then nothing is said of its answers. Where it is people who are left
 * over, or hidden rows together, the smallest row that is shown joins them.
 *
 * @returns whether there was any such row
 */
function addStuckRows(
  added: Map<string, ReadonlySet<number>>,
  question: SensitiveQuestion,
  stuck: readonly Owner[],
): boolean {
  const { lines, reasons, gone } = question
  let isNew = false
  for (const { by, group } of stuck) {
    if (by === null || gone.has(by)) continue
    const isShown = (at: number): boolean => (reasons.get(by)?.[at] ?? null) === null && added.get(by)?.has(at) !== true
    const shown = (lines.groups.get(by) ?? []).flatMap((place, at) =>
      isShown(at) ? [{ at, line: lineAt(lines.lines, place) }] : [],
    )
    const going =
      group !== null && isShown(group) ? group : shown.toSorted((a, b) => a.line.valid - b.line.valid)[0]?.at
    if (going === undefined) continue
    added.set(by, new Set([...(added.get(by) ?? []), going]))
    isNew = true
  }
  return isNew
}

/** Notes the rows that the program hid whole; whether there are any. */
function addRows(
  added: Map<string, ReadonlySet<number>>,
  rowCells: ReadonlyMap<string, readonly (number | null)[]>,
  hidden: ReadonlySet<number>,
): boolean {
  let isNew = false
  for (const [by, cells] of rowCells) {
    const own = cells.flatMap((cell, group) => (cell !== null && hidden.has(cell) ? [group] : []))
    if (own.length === 0) continue
    added.set(by, new Set([...(added.get(by) ?? []), ...own]))
    isNew = true
  }
  return isNew
}

function patternsOf(
  { family, reasons, everywhere, gone, margin, rules, lines }: SensitiveQuestion,
  cells: ReadonlyMap<string, readonly (readonly number[])[]>,
  hidden: ReadonlySet<number>,
): HiddenCells['patterns'] {
  const ofSplit = (split: CountTable): TablePattern => {
    const by = breakdownName(split)
    if (gone.has(by)) return hideAll(split, 'complementary', everywhere.get(by))
    const groups = reasons.get(by) ?? split.groups.map(() => null)
    const reasonOf = (group: number, column: number): HiddenReason | null => {
      if ((groups[group] ?? null) !== null) return null
      const loose = margin[column] ?? null
      if (loose !== null) return loose
      if (!hidden.has(cells.get(by)?.[group]?.[column] ?? -1)) return null
      const line = lines.lines[lines.groups.get(by)?.[group] ?? -1]
      return (line && rules.reasonOf(line, column)) ?? rules.reasonBeside
    }
    return { groups, cells: split.counts.map((row, group) => row.map((_, column) => reasonOf(group, column))) }
  }
  const whole = [family.whole.id, { ...showAll(family.whole), cells: [margin] }] as const
  return new Map([whole, ...family.splits.map((split) => [split.id, ofSplit(split)] as const)])
}
