import type { LanguageCode } from '@klankbord/model'
import { writtenLanguage } from '../chart-texts.ts'

/**
 * Writes numbers as far as they may be told: exact ones with one decimal, blurred ones as they were rounded, and plain ones,
 * of a scale, without decimals that say nothing.
 *
 * @example numberFormat('exact', 'nl')(7.26) // '7,3'
 */
export function numberFormat(
  rounding: 'exact' | 'blurred' | 'plain',
  language: LanguageCode,
): (value: number) => string {
  const format = new Intl.NumberFormat(writtenLanguage(language), {
    maximumFractionDigits: rounding === 'exact' ? 1 : 2,
    minimumFractionDigits: rounding === 'exact' ? 1 : 0,
  })
  return (value) => format.format(value).replace('-', '−')
}
