import {
  hasOptions,
  type Category,
  type Codebook,
  type Option,
  type Question,
  type Questionnaire,
  type Variable,
  type VariableType,
} from '@klankbord/model'

/** Bits of a word that are used: int16 without its sign. */
export const WORD_BITS = 15

/** The variables of a questionnaire, one per question and in its order, with their places in packed answers. */
export function codebook(questionnaire: Questionnaire): Codebook {
  let slot = 0
  let number = 0
  const variables = questionnaire.questions.map((question): Variable => {
    const variable = { ...describe(question), slot, slots: slotsOf(question) }
    slot += variable.slots
    return question.type === 'number' ? { ...variable, number: number++ } : variable
  })
  return {
    questionnaire: questionnaire.hash,
    language: questionnaire.language,
    variables,
    slots: slot,
    numbers: number,
  }
}

function describe(question: Question): Omit<Variable, 'slot' | 'slots' | 'number'> {
  const { name, title, prompt, topic, theme, scale, sensitive, benchmarkKey } = question
  return {
    name,
    type: typeOf(question),
    label: title,
    ...(prompt && { prompt }),
    categories: hasOptions(question) ? question.options.map(categoryOf) : [],
    ...(topic === undefined ? {} : { topic }),
    ...(theme === undefined ? {} : { theme }),
    ...(scale === undefined ? {} : { scale }),
    sensitive,
    ...(benchmarkKey === undefined ? {} : { benchmarkKey }),
  }
}

function typeOf(question: Question): VariableType {
  if (question.type === 'checkbox') return 'multiple'
  if (hasOptions(question)) return 'single'
  return question.type === 'number' ? 'numeric' : 'text'
}

const categoryOf = ({ code, value, text, tone, empty }: Option): Category => ({
  code,
  value,
  label: text,
  ...(tone === undefined ? {} : { tone }),
  ...(empty === undefined ? {} : { empty }),
})

function slotsOf(question: Question): number {
  if (question.type !== 'checkbox') return 1
  const valid = question.options.filter((option) => option.empty === undefined).length
  return Math.max(1, Math.ceil(valid / WORD_BITS))
}
