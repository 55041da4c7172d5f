import { type ChoiceQuestion, type InputQuestion, type MeasurementLevel, type Option } from '@klankbord/model'

/**
 * The measurement level that follows from the options of a single choice: ordinal where they stand on a scale (a tone
 * says so, or the name of an answer scale), else nominal.
 */
export function levelOfOptions(options: readonly Option[], scale: string | undefined): MeasurementLevel {
  return scale !== undefined || options.some((option) => option.tone !== undefined) ? 'ordinal' : 'nominal'
}

/**
 * The measurement level of a question: what its author says, else by this rule. A rating is ordinal, and so is another
 * single choice on a scale (`levelOfOptions`). A number is ratio, but interval where it may be below 0, since then 0 is
 * not the least. A date is interval. All else is nominal.
 */
export function levelOf(question: ChoiceQuestion | InputQuestion): MeasurementLevel {
  if (question.measurement) return question.measurement
  switch (question.type) {
    case 'rating':
      return 'ordinal'
    case 'radiogroup':
    case 'dropdown':
    case 'imagepicker':
      return levelOfOptions(question.options, question.scale)
    case 'number':
      return question.min !== undefined && question.min < 0 ? 'interval' : 'ratio'
    case 'date':
    case 'month':
      return 'interval'
    default:
      return 'nominal'
  }
}
