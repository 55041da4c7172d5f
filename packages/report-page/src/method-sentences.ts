import { formatNumber, writtenLanguage } from '@klankbord/charts'
import {
  localize,
  type AnswerMode,
  type LanguageCode,
  type MethodCode,
  type PlanPart,
  type Publication,
} from '@klankbord/model'
import { formatDate, reportTexts } from './report-texts.ts'

/** What the sentences of methods are written from. */
type NotedPublication = Pick<Publication, 'methods' | 'recipe' | 'language'>

/** The methods that a publication was made by, as it noted them, each in a sentence; none of an older one. */
export function methodSentences(
  publication: NotedPublication,
  language: LanguageCode,
): readonly { readonly code: MethodCode; readonly sentence: string }[] {
  const text = reportTexts(language)
  const several = new Intl.ListFormat(writtenLanguage(language), { type: 'conjunction' })
  const { methods = [] } = publication
  return methods.map(({ code, details }) => {
    const weighted = code === 'weighted'
    const inWords = (one: string): string =>
      weighted ? weightedBy(one, publication, language) : text(`answerMode_${one as AnswerMode}`)
    const filled = Object.entries(details).map(([name, value]): [string, string | number] => {
      const written = weighted || name === 'population'
      if (typeof value === 'number') return [name, written ? formatNumber(value, language) : value]
      if (name === 'date' && typeof value === 'string') return [name, formatDate(value, language)]
      if (typeof value === 'string') return [name, value.replace(/^(\d{4})-W0?(\d+)$/, '$2 ($1)')]
      if (name === 'parts') return [name, several.format(value.map((part) => text(`planPart_${part as PlanPart}`)))]
      return [name, several.format(value.map(inWords))]
    })
    return { code, sentence: text(`note_${code}`, Object.fromEntries(filled)) }
  })
}

/** What people were weighted by, as the plan or the questionnaire calls it. */
function weightedBy(name: string, { recipe, language: own }: NotedPublication, language: LanguageCode): string {
  const label = recipe.weights === 'none' ? undefined : recipe.weights.labels[name]
  return label === undefined ? name : `“${localize(label, language, own)}”`
}
