import { isProblem, localize, problem, type Codebook, type Questionnaire } from '@klankbord/model'

/**
 * Does work that statistics may refuse because of a category, and says of a refusal what people call that category:
 * calculations know codes only.
 *
 * @example withLabels(questionnaire, book, () => weightingOf(dataset, targets)) // throws marginWithoutPeople with label 'Oost'
 */
export function withLabels<Done>({ language }: Questionnaire, { variables }: Codebook, work: () => Done): Done {
  const labelOf = (variable: string, code: number): string => {
    const categories = variables.find(({ name }) => name === variable)?.categories ?? []
    const label = categories.find((category) => category.code === code)?.label
    return label === undefined ? String(code) : localize(label, language, language)
  }
  const labelsOf = (variable: string, codes: readonly number[]): string =>
    codes.map((code) => labelOf(variable, code)).join(', ')
  try {
    return work()
  } catch (error) {
    const options = { cause: error }
    for (const code of ['marginWithoutTotal', 'marginWithoutPeople'] as const)
      if (isProblem(error, code)) {
        const { variable, code: category } = error.details
        throw problem(code, { variable, code: category, label: labelOf(variable, category) }, options)
      }
    if (isProblem(error, 'marginNotReached'))
      throw problem(
        'marginNotReached',
        { ...error.details, label: labelOf(error.details.variable, error.details.code) },
        options,
      )
    if (isProblem(error, 'marginsNotReachable')) {
      const { variable, codes, beside, besideCodes } = error.details
      const labels = { labels: labelsOf(variable, codes), besideLabels: labelsOf(beside, besideCodes) }
      throw problem('marginsNotReachable', { ...error.details, ...labels }, options)
    }
    throw error
  }
}
