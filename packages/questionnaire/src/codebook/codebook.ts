import type { Codebook, Questionnaire, Variable } from '@klankbord/model'
import { describeVariable } from './describe-variable.ts'
import { universes } from './universes.ts'
import { allVariables } from './variables-of.ts'

/** Bits of a word that are used: int16 without its sign. */
export const WORD_BITS = 15

/**
 * The variables of a questionnaire in its order, with their places in packed answers: those of the questions, then
 * values that are worked out and kept, then durations. `variablesOf` says which variables a question has.
 *
 * Labels hold `{name}` where the author pipes an answer in, since they are for everybody. Words that no author wrote
 * (the places of a ranking, the universe) are in Dutch and English.
 *
 * @example codebook(questionnaire).variables.map(({ name, type }) => `${name}: ${type}`) // ['quick: single']
 */
export function codebook(questionnaire: Questionnaire): Codebook {
  const known = CODEBOOKS.get(questionnaire)
  if (known) return known
  const made = makeCodebook(questionnaire)
  CODEBOOKS.set(questionnaire, made)
  return made
}

/** Compiled questionnaires never change, so that a codebook is kept as long as its questionnaire. */
const CODEBOOKS = new WeakMap<Questionnaire, Codebook>()

function makeCodebook(questionnaire: Questionnaire): Codebook {
  let slot = 0
  let number = 0
  const universeOf = universes(questionnaire)
  const variables = allVariables(questionnaire).map((outline): Variable => {
    const description = describeVariable(outline, questionnaire)
    const universe = universeOf(outline.source)
    const scales = (questionnaire.scales ?? []).filter((scale) => scale.items.includes(outline.name))
    const variable: Variable = {
      ...outline,
      ...description,
      ...(universe && { universe }),
      ...(scales.length > 0 ? { scales: scales.map((scale) => scale.name) } : {}),
      slot,
      slots: outline.type === 'multiple' ? wordsFor(description.categories) : 1,
    }
    slot += variable.slots
    return HAS_NUMBER.has(outline.type) ? { ...variable, number: number++ } : variable
  })
  return {
    questionnaire: questionnaire.hash,
    language: questionnaire.language,
    variables,
    slots: slot,
    numbers: number,
  }
}

const HAS_NUMBER: ReadonlySet<Variable['type']> = new Set(['numeric', 'date', 'duration'])

function wordsFor(categories: Variable['categories']): number {
  const valid = categories.filter((category) => category.empty === undefined).length
  return Math.max(1, Math.ceil(valid / WORD_BITS))
}
