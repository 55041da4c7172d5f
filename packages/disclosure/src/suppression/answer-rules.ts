import type { CountTable, DisclosurePolicy, HiddenReason } from '@klankbord/model'
import { ANY, type Bounds } from './hiding-draft.ts'
import type { Line } from './lines.ts'
import { tickBounds, tickReason, tickSpan, ticksAmong, type Ticks } from './ticks.ts'

/** What the rules say of single answers, which differs between questions with one and with several answers. */
export interface AnswerRules {
  /** Why an answer of a row that is shown is hidden whatever else is; null when it need not be. */
  readonly reasonOf: (line: Line, column: number) => HiddenReason | null
  /** What is said of an answer that is hidden for the sake of another. */
  readonly reasonBeside: HiddenReason
  /** What a reader knows of an answer of a shown row when it is hidden for this reason. */
  readonly bounds: (line: Line, column: number, reason: HiddenReason) => Bounds
  /** What a reader knows of it where the answer is hidden for everybody, for this reason: then nothing is said of the row. */
  readonly looseBounds: (line: Line, column: number, reason: HiddenReason) => Bounds
  /** What a reader knows of an answer of several rows that are hidden together. */
  readonly togetherBounds: (line: Line, column: number) => Bounds
  /** Whether an answer can only be hidden with its whole row: what its reason would say is not true of it. */
  readonly onlyWithRow: (line: Line, column: number) => boolean
  /** Over how many whole numbers an answer must stay open; 0 when it may be known. */
  readonly span: (line: Line, column: number) => number
}

/** The rules for a question of this kind. */
export function answerRules(whole: CountTable, policy: DisclosurePolicy): AnswerRules {
  return whole.kind === 'single' ? singleRules(policy) : tickRules(whole, policy)
}

/**
 * Small answers and those beside them are hidden for the same reason: if it told which are which, it would bound each of them, no
 * zero could be hidden, and far more would have to go.
 */
function singleRules({ leastGroup, sensitiveCell }: DisclosurePolicy): AnswerRules {
  const countOf = ({ counts }: Line, column: number): number => counts[column] ?? 0
  const isSmall = (count: number): boolean => count > 0 && count <= sensitiveCell
  return {
    reasonOf: (line, column) => (isSmall(countOf(line, column)) ? 'sensitive' : null),
    reasonBeside: 'sensitive',
    bounds: () => ANY,
    looseBounds: (_line, _column, reason) => (reason === 'sensitive' ? { low: 0, high: sensitiveCell } : ANY),
    togetherBounds: () => ANY,
    onlyWithRow: () => false,
    span: (line, column) => {
      const count = countOf(line, column)
      const isUniform = count > 0 && count === line.valid
      if (!isUniform && !isSmall(count)) return 0
      return isUniform && count >= leastGroup ? leastGroup - 1 : sensitiveCell - 1
    },
  }
}

function tickRules(whole: CountTable, policy: DisclosurePolicy): AnswerRules {
  const { sensitiveCell } = policy
  const ticksOf = ({ counts, valid }: Line, column: number): Ticks => ticksAmong(counts, valid, column)
  // Everyone with an answer ticked something. The other options are taken as known, which errs on the safe side.
  const fromFloor = ({ low, high }: Bounds, { floor }: Ticks): Bounds => ({ low: Math.max(low, floor), high })
  const mostlyTicked = whole.categories.map(
    (_, column) => 2 * (whole.counts[0]?.[column] ?? 0) > (whole.bases[0]?.valid ?? 0),
  )
  return {
    reasonOf: (line, column) => tickReason(ticksOf(line, column), policy),
    reasonBeside: 'complementary',
    bounds: (line, column, reason) => {
      const ticks = ticksOf(line, column)
      return fromFloor(tickBounds(ticks, reason, policy), ticks)
    },
    looseBounds: (line, column, reason) => {
      const ticks = ticksOf(line, column)
      const { valid } = ticks
      if (reason !== 'sensitive') return fromFloor({ low: 0, high: valid }, ticks)
      return mostlyTicked[column] === true
        ? fromFloor({ low: valid - sensitiveCell, high: valid }, ticks)
        : fromFloor({ low: 0, high: Math.min(valid, sensitiveCell) }, ticks)
    },
    togetherBounds: (line, column) => fromFloor({ low: 0, high: line.valid }, ticksOf(line, column)),
    onlyWithRow: (line, column) => {
      const { count, valid } = ticksOf(line, column)
      return tickReason({ count, valid }, policy) === null && Math.min(count, valid - count) <= sensitiveCell
    },
    span: (line, column) => {
      const ticks = ticksOf(line, column)
      return tickReason(ticks, policy) === null ? 0 : tickSpan(ticks, policy)
    },
  }
}
