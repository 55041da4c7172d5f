import type { Translate } from '@klankbord/model'
import type { ReportMessage } from './report-texts.ts'

/**
 * What came of comparing, in a sentence or two: how many differences are clear, and that others may be chance, where there
 * are others.
 *
 * @example comparedWords({ made: 1, clear: 1 }, reportTexts('nl')) // 'Dat verschil is duidelijk.'
 */
export function comparedWords(
  { made, clear }: { readonly made: number; readonly clear: number },
  text: Translate<ReportMessage>,
): string {
  const found = text('comparedClear', { made, clear })
  return clear === 0 || clear === made ? found : `${found} ${text('comparedOthers', { others: made - clear })}`
}
