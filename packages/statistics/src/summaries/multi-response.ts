import type { Category, Figure, MultipleColumn } from '@klankbord/model'
import { rowsOf, substantiveCodes } from '../columns/layout-of.ts'
import { requireSameRows } from '../columns/require-rows.ts'
import { selectionAmong, selectionOf, type Selection } from '../columns/selection.ts'
import type { Restriction } from '../columns/tally.ts'
import { frequencies, type Frequencies } from './frequencies.ts'
import { shareOf } from './share-of.ts'
import { sumOf } from './sum-of.ts'

/** Of a question with several answers: how often each was ticked, beside three bases. */
export interface MultiResponse {
  /** Who was asked. */
  readonly asked: number
  /** Who ticked at least one option. */
  readonly ticked: number
  /** All ticks together: more than people. */
  readonly responses: number
  readonly options: readonly OptionShares[]
  /** Sums of weights in the place of people; there when weights were given. */
  readonly weighted?: Omit<MultiResponse, 'weighted'>
}

/** Shares of one option. Not computed: `noAnswers` where the base is nobody. */
export interface OptionShares {
  readonly code: number
  readonly count: number
  readonly ofAsked: Figure
  readonly ofTicked: Figure
  /** Of all ticks: the only one of the three that adds up to 1. */
  readonly ofResponses: Figure
}

/**
 * Multiple response frequencies with each base stated. Who was asked and ticked nothing belongs to `asked` alone.
 *
 * @example multiResponse({ type: 'multiple', words: 1, bits: Int16Array.of(0b11, 0b01, 0, -1) }, categories).responses // 3
 * @throws Problem `unknownCode`, `columnsDiffer`, `weightOutOfRange`
 */
export function multiResponse(
  column: MultipleColumn,
  categories: readonly Category[],
  restriction: Restriction = {},
): MultiResponse {
  const selection = ticking(column, restriction.selection)
  const all = frequencies(column, categories, restriction)
  const those = frequencies(column, categories, { ...restriction, selection })
  const codes = substantiveCodes(categories)
  return {
    ...sharesOf(codes, all, those.base.valid),
    ...(all.weighted && those.weighted && { weighted: sharesOf(codes, all.weighted, those.weighted.base.valid) }),
  }
}

/** Who of these ticked anything. */
function ticking(column: MultipleColumn, among: Selection | undefined): Selection {
  const { bits, words } = column
  // The first word of who has no answer is below 0, and so is all of it then.
  const ticked = (row: number): boolean => {
    let any = 0
    for (let word = row * words; word < (row + 1) * words; word += 1) any |= bits[word] ?? 0
    return any > 0
  }
  const rows = rowsOf(column)
  requireSameRows(rows, among?.rows)
  return among ? selectionAmong(among, ticked) : selectionOf(rows, ticked)
}

function sharesOf(
  codes: readonly number[],
  { counts, base }: Pick<Frequencies, 'counts' | 'base'>,
  ticked: number,
): MultiResponse {
  const responses = sumOf(counts)
  return {
    asked: base.asked,
    ticked,
    responses,
    options: codes.map((code, option) => {
      const count = counts[option] ?? 0
      return {
        code,
        count,
        ofAsked: shareOf(count, base.asked),
        ofTicked: shareOf(count, ticked),
        ofResponses: shareOf(count, responses),
      }
    }),
  }
}
