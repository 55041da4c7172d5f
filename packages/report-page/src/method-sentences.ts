import { formatNumber, writtenLanguage } from '@klankbord/charts'
import type { AnswerMode, LanguageCode, MethodCode, Publication } from '@klankbord/model'
import { reportTexts } from './report-texts.ts'

/** The methods that a publication was made by, as it noted them, each in a sentence; none of an older one. */
export function methodSentences(
  { methods = [] }: Pick<Publication, 'methods'>,
  language: LanguageCode,
): readonly { readonly code: MethodCode; readonly sentence: string }[] {
  const text = reportTexts(language)
  const several = new Intl.ListFormat(writtenLanguage(language), { type: 'conjunction' })
  return methods.map(({ code, details }) => {
    const filled = Object.entries(details).map(([name, value]): [string, string | number] => {
      if (typeof value === 'number') return [name, name === 'population' ? formatNumber(value, language) : value]
      if (typeof value === 'string') return [name, value.replace(/^(\d{4})-W0?(\d+)$/, '$2 ($1)')]
      return [name, several.format(value.map((mode) => text(`answerMode_${mode as AnswerMode}`)))]
    })
    return { code, sentence: text(`note_${code}`, Object.fromEntries(filled)) }
  })
}
