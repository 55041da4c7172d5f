import type { DisclosurePolicy, HiddenReason, HidingMethod } from '@klankbord/model'
import type { Solving } from '../hiding/cell-system.ts'
import type { Family } from '../pattern.ts'
import { gonerOf } from './goner-of.ts'
import { ANY, hidingDraft, type Bounds, type HidingDraft } from './hiding-draft.ts'
import type { HiddenGroups } from './hide-sizes.ts'
import { isUniform } from './is-uniform.ts'
import { isSummed, lineAt, linesOf, worthOf, type Line, type Lines, type LineSum } from './lines.ts'

/** Which rows the tables of one question hide, by the name of the breakdown, and which of these hide all without saying why. */
export interface HiddenRows {
  readonly lines: Lines
  readonly reasons: ReadonlyMap<string, readonly (HiddenReason | null)[]>
  readonly gone: ReadonlySet<string>
  readonly methods: readonly HidingMethod[]
}

/**
 * Hides the rows of a question that have too few answers to it, beside the groups that are hidden in every table, and the
 * partners that keep their numbers of answers from being computed. A row of which everyone gave the same sensitive answer
 * goes, too, and is called complementary, because its own reason would tell. A table in which no partners suffice goes whole.
 */
export async function hideAnswers(
  family: Family,
  everywhere: HiddenGroups['reasons'],
  policy: DisclosurePolicy,
  solving: Solving,
): Promise<HiddenRows> {
  const lines = linesOf(family.whole, family.splits)
  const gone = new Set(family.splits.flatMap(({ by }) => (by && isWhole(everywhere.get(by.name)) ? [by.name] : [])))
  for (;;) {
    const question: Question = { family, lines, everywhere, gone, policy }
    // Where everybody answered, numbers of answers are numbers of people, of which all is decided.
    if (lines.lines[0]?.total === lines.lines[0]?.valid)
      return { lines, gone, methods: [], reasons: reasonsOf(question, new Map(), new Set()) }
    const { draft, places } = answersDraft(question)
    const outcome = await solving.hide(draft.task())
    const going = gonerOf(draft.ownersOf(outcome.unmet), gone, lines)
    if (going.length === 0)
      return { lines, gone, methods: [outcome.method], reasons: reasonsOf(question, places, new Set(outcome.hidden)) }
    for (const name of going) gone.add(name)
  }
}

interface Question {
  readonly family: Family
  readonly lines: Lines
  readonly everywhere: HiddenGroups['reasons']
  readonly gone: ReadonlySet<string>
  readonly policy: DisclosurePolicy
}

/** Why a row is hidden whatever else is: for its size or its partner's, for few answers, or because all gave the same. */
type Fate = 'few' | 'partner' | 'fewAnswers' | 'uniform' | 'leftOver' | null

function fateOf({ family, everywhere, policy }: Question, { by, group, valid }: Line): Fate {
  if (by === null) return null
  if (group === null) return 'leftOver'
  const reason = everywhere.get(by)?.[group] ?? null
  if (reason !== null) return reason === 'tooFew' ? 'few' : 'partner'
  if (valid < policy.leastGroup) return 'fewAnswers'
  const split = family.splits.find((one) => one.by?.name === by)
  return split && family.sensitive(split) && isUniform(split, group) ? 'uniform' : null
}

interface AnswersDraft {
  readonly draft: HidingDraft
  /** The cell of the answers of each line. */
  readonly places: ReadonlyMap<Line, number>
}

function answersDraft(question: Question): AnswersDraft {
  const { lines, sums } = question.lines
  const draft = hidingDraft()
  const rows = new Map(lines.map((line) => [line, rowOf(draft, question, line)]))
  for (const sum of sums) {
    for (const column of ['size', 'answers', 'empties'] as const) {
      const place = (line: number): number => rows.get(lineAt(lines, line))?.[column] ?? 0
      draft.sum(place(sum.total), sum.parts.map(place))
    }
    protectTogether(draft, question, sum, (line) => rows.get(line)?.answers ?? 0)
  }
  return { draft, places: new Map([...rows].map(([line, { answers }]) => [line, answers])) }
}

interface RowCells {
  readonly size: number
  readonly answers: number
  readonly empties: number
}

function rowOf(draft: HidingDraft, question: Question, line: Line): RowCells {
  const { gone, policy } = question
  const fate = fateOf(question, line)
  const { by, total, valid } = line
  const sizeIsKnown = fate !== 'few' && fate !== 'partner' && fate !== 'leftOver'
  const size = sizeIsKnown ? draft.known(total) : draft.open(total, sizeBounds(fate, policy))
  const isGone = by !== null && gone.has(by)
  const answers =
    by === null
      ? draft.known(valid)
      : isGone
        ? draft.open(valid, ANY)
        : fate === null
          ? draft.free(valid, { low: policy.leastGroup, high: Infinity }, worthOf(question.lines, line, valid))
          : draft.open(valid, answerBounds(fate, policy))
  const empties =
    by === null
      ? draft.known(total - valid)
      : fate === null && !isGone
        ? draft.free(total - valid, ANY, 0)
        : draft.open(total - valid, ANY)
  draft.sum(size, [answers, empties])
  draft.follows(answers, empties)
  draft.follows(empties, answers)
  const isFew =
    fate === 'few' || fate === 'fewAnswers' || (fate === 'leftOver' && valid > 0 && valid < policy.leastGroup)
  if (by !== null && isFew && (!isGone || isSummed(question.lines, line, gone)))
    draft.protect(answers, policy.leastGroup - 1, { by, group: line.group })
  return { size, answers, empties }
}

function sizeBounds(fate: Fate, { leastGroup }: DisclosurePolicy): Bounds {
  if (fate === 'few') return { low: 0, high: leastGroup - 1 }
  return fate === 'partner' ? { low: leastGroup, high: Infinity } : ANY
}

function answerBounds(fate: Fate, { leastGroup }: DisclosurePolicy): Bounds {
  if (fate === 'few' || fate === 'fewAnswers') return { low: 0, high: leastGroup - 1 }
  return fate === 'uniform' ? { low: leastGroup, high: Infinity } : ANY
}

/** All hidden rows of a shown sum can be worked out together, so together they have to be answers that might be shown. */
function protectTogether(
  draft: HidingDraft,
  question: Question,
  sum: LineSum,
  answersOf: (line: Line) => number,
): void {
  const { lines, gone, policy } = question
  const total = lineAt(lines.lines, sum.total)
  if (gone.has(sum.by) || fateOf(question, total) !== null || (total.by !== null && gone.has(total.by))) return
  const parts = sum.parts.map((part) => lineAt(lines.lines, part))
  const hidden = parts.filter((line) => fateOf(question, line) !== null)
  const valid = hidden.reduce((all, line) => all + line.valid, 0)
  if (hidden.length === 1 || valid === 0 || valid >= policy.leastGroup) return
  const together = draft.open(valid, ANY)
  const others = parts.filter((line) => !hidden.includes(line)).map(answersOf)
  draft.sum(answersOf(total), [...others, together])
  draft.protect(together, policy.leastGroup - 1, { by: sum.by, group: null })
}

function reasonsOf(
  question: Question,
  places: ReadonlyMap<Line, number>,
  hidden: ReadonlySet<number>,
): HiddenRows['reasons'] {
  const { lines, everywhere, gone } = question
  return new Map(
    [...lines.groups].map(([by, group]) => {
      const reasons = group.map((place, index): HiddenReason | null => {
        const line = lineAt(lines.lines, place)
        const known = everywhere.get(by)?.[index] ?? null
        if (known !== null || gone.has(by)) return known ?? 'complementary'
        const fate = fateOf(question, line)
        if (fate !== null) return fate === 'fewAnswers' ? 'tooFew' : 'complementary'
        return hidden.has(places.get(line) ?? -1) ? 'complementary' : null
      })
      return [by, reasons] as const
    }),
  )
}

function isWhole(reasons: readonly (HiddenReason | null)[] | undefined): boolean {
  return reasons !== undefined && reasons.length > 0 && reasons.every((reason) => reason === 'complementary')
}
