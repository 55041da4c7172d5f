import type { CountTable, DisclosurePolicy, HiddenReason } from '@klankbord/model'
import type { Family } from '../pattern.ts'
import type { AnswerRules } from './answer-rules.ts'
import type { HiddenRows } from './hide-answers.ts'
import type { HiddenGroups } from './hide-sizes.ts'
import { ANY, hidingDraft, type Bounds, type HidingDraft, type Owner } from './hiding-draft.ts'
import { isUniform } from './is-uniform.ts'
import { isSummed, lineAt, worthOf, type Line, type Lines, type LineSum } from './lines.ts'

/** A question of which single answers may have to be hidden, with what is hidden of it already. */
export interface SensitiveQuestion {
  readonly family: Family
  readonly lines: Lines
  /** Groups that are hidden in every table. */
  readonly everywhere: HiddenGroups['reasons']
  /** Rows that are hidden in the tables of this question. */
  readonly reasons: HiddenRows['reasons']
  readonly gone: ReadonlySet<string>
  /** Why answers of everybody are hidden, by column. */
  readonly margin: readonly (HiddenReason | null)[]
  readonly rules: AnswerRules
  readonly policy: DisclosurePolicy
}

/** The task, and where its cells are: by breakdown, group and column. */
export interface SensitiveDraft {
  readonly draft: HidingDraft
  readonly cells: ReadonlyMap<string, readonly (readonly number[])[]>
  /** The cells that stand for a whole row; null where the row is hidden already, or cannot be by itself. */
  readonly rowCells: ReadonlyMap<string, readonly (number | null)[]>
}

const EVERYBODY: Owner = { by: null, group: null }

/** What a row is to readers: shown, hidden though its size is known, of unknown size, or people who are left over. */
type Standing = 'everybody' | 'shown' | 'hidden' | 'unknown' | 'leftOver'

/** All answers of a question as one task: rows of all its tables, whom these leave over, and every sum. */
export function sensitiveDraft(question: SensitiveQuestion): SensitiveDraft {
  const { lines, sums, groups } = question.lines
  const draft = hidingDraft()
  const summed = sums.filter(({ by }) => !question.gone.has(by) || isUnderOther(question, by))
  const used = new Set(summed.flatMap(({ total, parts }) => [total, ...parts]))
  const rows = new Map(
    lines.flatMap((line, place) =>
      used.has(place) || place === 0 ? [[line, rowOf(draft, question, line)] as const] : [],
    ),
  )
  for (const sum of summed) {
    addUp(draft, question, sum, rows)
    for (const block of blocksOf(question, sum)) protectBlock(draft, question, sum, block, rows)
  }
  for (const split of question.family.splits) hideDecoy(draft, question, split, rows)
  const own = (by: string) => (groups.get(by) ?? []).map((place) => rows.get(lineAt(lines, place)))
  return {
    draft,
    cells: new Map([...groups.keys()].map((by) => [by, own(by).map((row) => row?.answers ?? [])])),
    rowCells: new Map([...groups.keys()].map((by) => [by, own(by).map((row) => row?.whole ?? null)])),
  }
}

/**
 * A row that is hidden whole though it has answers enough is one in which everyone gave the same answer, or a partner of one. So
 * that its reason does not tell which, one goes with them that could as well be it, from what all hidden rows answered together.
 */
function hideDecoy(
  draft: HidingDraft,
  question: SensitiveQuestion,
  split: CountTable,
  rows: ReadonlyMap<Line, RowCells>,
): void {
  const { lines, reasons, gone } = question
  const by = split.by?.name ?? ''
  const own = (lines.groups.get(by) ?? []).map((place, group) => ({ line: lineAt(lines.lines, place), group }))
  const whole = own.filter(
    ({ line, group }) => standingOf(question, line) === 'hidden' && reasons.get(by)?.[group] === 'complementary',
  )
  const mayBeSame = ({ line }: { readonly line: Line }): boolean => {
    const block = whole.some((one) => one.line === line) ? whole : [...whole, { line }]
    const together = sumOf(
      block.map((one) => one.line),
      line.counts.length,
    )
    return line.valid > 0 && together.counts.some((count) => count >= line.valid)
  }
  const isOther = (row: { readonly line: Line; readonly group: number }): boolean =>
    !isUniform(split, row.group) && mayBeSame(row)
  const same = whole.filter(({ group }) => isUniform(split, group))
  if (gone.has(by) || same.length === 0 || whole.some(isOther)) return
  const hidden = draft.open(1, { low: 0, high: 1 })
  const others = own.filter(isOther).flatMap(({ line }) => rows.get(line)?.whole ?? [])
  draft.sum(draft.known(1), [hidden, ...others])
  draft.protect(hidden, 1, { by, group: null })
}

/** Whether a table that is not gone adds up to this one. */
function isUnderOther({ lines: { lines, sums }, gone }: SensitiveQuestion, name: string): boolean {
  return sums.some(({ by, total }) => !gone.has(by) && lineAt(lines, total).by === name)
}

interface RowCells {
  readonly size: number
  readonly valid: number
  readonly empties: number
  readonly answers: readonly number[]
  readonly whole: number | null
}

function standingOf({ everywhere, reasons }: SensitiveQuestion, { by, group }: Line): Standing {
  if (by === null) return 'everybody'
  if (group === null) return 'leftOver'
  if ((everywhere.get(by)?.[group] ?? null) !== null) return 'unknown'
  return (reasons.get(by)?.[group] ?? null) === null ? 'shown' : 'hidden'
}

function rowOf(draft: HidingDraft, question: SensitiveQuestion, line: Line): RowCells {
  const standing = standingOf(question, line)
  const { total, valid } = line
  const [everybody] = question.lines.lines
  const isTold = everybody?.total === everybody?.valid
  const sizeIsKnown = standing !== 'unknown' && standing !== 'leftOver'
  const size = sizeIsKnown ? draft.known(total) : draft.open(total, ANY)
  const validIsKnown = standing === 'everybody' || standing === 'shown' || (isTold && sizeIsKnown)
  const isGone = line.by !== null && question.gone.has(line.by)
  const bounds = answersBounds(question, line, standing)
  const validCell = validIsKnown && !(isGone && !isTold) ? draft.known(valid) : draft.open(valid, bounds)
  const empties = validIsKnown && !(isGone && !isTold) ? draft.known(total - valid) : draft.open(total - valid, ANY)
  draft.sum(size, [validCell, empties])
  if (!isGone || isSummed(question.lines, line, question.gone)) {
    // Single answers that are shown narrow how many people hidden rows can have.
    const few = line.group === null ? isFew(valid, question) : reasonIn(question, line) === 'tooFew'
    if (few && !sizeIsKnown && line.group !== null)
      draft.protect(size, question.policy.leastGroup - 1, { by: line.by, group: null })
    if (few && !validIsKnown) draft.protect(validCell, question.policy.leastGroup - 1, { by: line.by, group: null })
  }
  const isShown = standing === 'shown' && !isGone
  const whole = isShown && isCareful(question, line.by) ? draft.free(0, { low: 0, high: 1 }, ROW) : null
  const answers = line.counts.map((_, column) => answerCell(draft, question, line, { column, isShown, whole }))
  sumAnswers(draft, question, validCell, answers, line)
  return { size, valid: validCell, empties, answers, whole }
}

function isFew(people: number, { policy }: SensitiveQuestion): boolean {
  return people > 0 && people < policy.leastGroup
}

function reasonIn({ reasons }: SensitiveQuestion, { by, group }: Line): HiddenReason | null {
  return by === null || group === null ? null : (reasons.get(by)?.[group] ?? null)
}

/** A row that goes whole takes more than its answers: how many answered. */
const ROW = 1

/** What the reason of a hidden row says of its number of answers. */
function answersBounds({ gone, reasons, policy }: SensitiveQuestion, { by, group }: Line, standing: Standing): Bounds {
  if (by === null || group === null || gone.has(by)) return ANY
  if (reasons.get(by)?.[group] === 'tooFew') return { low: 0, high: policy.leastGroup - 1 }
  return standing === 'hidden' ? { low: policy.leastGroup, high: Infinity } : ANY
}

interface AnswerPlace {
  readonly column: number
  readonly isShown: boolean
  readonly whole: number | null
}

function answerCell(
  draft: HidingDraft,
  question: SensitiveQuestion,
  line: Line,
  { column, isShown, whole }: AnswerPlace,
): number {
  const { margin, rules, policy } = question
  const count = line.counts[column] ?? 0
  const loose = margin[column] ?? null
  if (line.by === null) {
    if (loose === null) return draft.known(count)
    const cell = draft.open(count, rules.bounds(line, column, loose))
    if (loose === 'sensitive') draft.protect(cell, policy.sensitiveCell - 1, EVERYBODY)
    else draft.protect(cell, rules.span(line, column), EVERYBODY)
    return cell
  }
  if (!isShown) return protectedOpen(draft, question, line, column, ANY)
  if (loose !== null) return protectedOpen(draft, question, line, column, rules.looseBounds(line, column, loose))
  if (whole === null) return draft.known(count)
  const reason = rules.reasonOf(line, column)
  if (reason !== null) return protectedOpen(draft, question, line, column, rules.bounds(line, column, reason))
  const cell = draft.free(count, rules.bounds(line, column, rules.reasonBeside), worthOf(question.lines, line, count))
  draft.follows(whole, cell)
  if (rules.onlyWithRow(line, column)) draft.follows(cell, whole)
  return cell
}

/** An answer that is hidden in any case; protected where it is small, and its row is not hidden among others. */
function protectedOpen(
  draft: HidingDraft,
  question: SensitiveQuestion,
  line: Line,
  column: number,
  bounds: Bounds,
): number {
  const cell = draft.open(line.counts[column] ?? 0, bounds)
  const standing = standingOf(question, line)
  if (standing !== 'shown' && standing !== 'hidden') return cell
  if (!isCareful(question, line.by) || (isGoneTable(question, line) && !isSummed(question.lines, line, question.gone)))
    return cell
  draft.protect(cell, spanOf(question, line, column), line)
  return cell
}

/** Over how many numbers an answer must stay open: no more than where its table is not published at all. */
function spanOf({ lines, margin, rules, family, policy }: SensitiveQuestion, line: Line, column: number): number {
  const span =
    margin[column] === 'sensitive'
      ? Math.min(rules.span(line, column), policy.sensitiveCell - 1)
      : rules.span(line, column)
  const [everybody] = lines.lines
  if (family.whole.kind === 'multiple' || !everybody) return span
  if ((margin[column] ?? null) !== null) return Math.min(span, line.total)
  const all = everybody.counts[column] ?? 0
  // What a reader makes of the size of a group and of everybody's answers, after Fréchet.
  return Math.min(span, Math.min(line.total, all) - Math.max(0, all - (everybody.total - line.total)))
}

function sumAnswers(
  draft: HidingDraft,
  { family }: SensitiveQuestion,
  valid: number,
  answers: readonly number[],
  line: Line,
): void {
  if (family.whole.kind === 'single') {
    draft.sum(valid, answers)
    return
  }
  for (const [column, answer] of answers.entries()) {
    const unticked = draft.open(line.valid - (line.counts[column] ?? 0), ANY)
    draft.sum(valid, [answer, unticked])
  }
}

function addUp(
  draft: HidingDraft,
  { lines: { lines }, family }: SensitiveQuestion,
  sum: LineSum,
  rows: ReadonlyMap<Line, RowCells>,
): void {
  const cellsOf = (pick: (row: RowCells) => number | undefined): void => {
    const place = (line: number): number => {
      const row = rows.get(lineAt(lines, line))
      return (row && pick(row)) ?? 0
    }
    draft.sum(place(sum.total), sum.parts.map(place))
  }
  cellsOf((row) => row.size)
  cellsOf((row) => row.valid)
  cellsOf((row) => row.empties)
  for (const column of family.whole.categories.keys()) cellsOf((row) => row.answers[column])
}

/** Rows that can be worked out together, because all others of a shown sum are shown: those of unknown size, and all hidden ones. */
function blocksOf(question: SensitiveQuestion, sum: LineSum): readonly (readonly Line[])[] {
  const { lines, gone } = question
  const total = lineAt(lines.lines, sum.total)
  const standing = standingOf(question, total)
  const isKnown = (standing === 'everybody' || standing === 'shown') && !(total.by !== null && gone.has(total.by))
  if (!isKnown || gone.has(sum.by) || !isCareful(question, sum.by)) return []
  const parts = sum.parts.map((part) => lineAt(lines.lines, part))
  const unknown = parts.filter((line) => !['shown', 'hidden'].includes(standingOf(question, line)))
  const hidden = parts.filter((line) => standingOf(question, line) !== 'shown')
  return hidden.length === unknown.length ? [unknown] : [unknown, hidden]
}

function protectBlock(
  draft: HidingDraft,
  question: SensitiveQuestion,
  sum: LineSum,
  block: readonly Line[],
  rows: ReadonlyMap<Line, RowCells>,
): void {
  const { lines, family, rules } = question
  const parts = sum.parts.map((part) => lineAt(lines.lines, part))
  const others = parts.filter((line) => !block.includes(line))
  const together = sumOf(block, family.whole.categories.length)
  for (const column of family.whole.categories.keys()) {
    const span = spanOf(question, together, column)
    const bounds = rules.togetherBounds(together, column)
    if (span <= 0 && bounds === ANY) continue
    const cell = draft.open(together.counts[column] ?? 0, bounds)
    const answer = (line: Line): number => rows.get(line)?.answers[column] ?? 0
    draft.sum(answer(lineAt(lines.lines, sum.total)), [...others.map(answer), cell])
    draft.protect(cell, span, { by: sum.by, group: null })
  }
}

function sumOf(block: readonly Line[], columns: number): Line {
  const all = (pick: (line: Line) => number): number => block.reduce((sum, line) => sum + pick(line), 0)
  return {
    by: null,
    group: null,
    total: all(({ total }) => total),
    valid: all(({ valid }) => valid),
    counts: Array.from({ length: columns }, (_, column) => all(({ counts }) => counts[column] ?? 0)),
  }
}

function isCareful({ family }: SensitiveQuestion, by: string | null): boolean {
  const split = by === null ? null : (family.splits.find((one) => one.by?.name === by) ?? null)
  return family.sensitive(split)
}

function isGoneTable({ gone }: SensitiveQuestion, { by }: Line): boolean {
  return by !== null && gone.has(by)
}
