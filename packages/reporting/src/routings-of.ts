import { canonicalJson } from '@klankbord/model'
import type { Condition, Operand, Question, Questionnaire, Variable } from '@klankbord/model'
import type { Routing } from '@klankbord/disclosure'
import { codebook } from '@klankbord/questionnaire'
import { isBandable, isCountable } from './countable.ts'
import { operandsIn } from './operands-in.ts'

/**
 * Who is asked what: one entry per variable that can be published and has a condition, with every variable that decides
 * on it, directly or because it decides whether these are asked. The conditions of options count, too: whoever chose such
 * an option is known to have met its condition.
 *
 * @example routingsOf(questionnaire).find(({ question }) => question === 'helper')?.on // ['helped']
 */
export function routingsOf(questionnaire: Questionnaire): readonly Routing[] {
  const { variables } = codebook(questionnaire)
  const seen = { questionnaire, variables }
  return variables
    .filter((variable) => isCountable(variable) || isBandable(variable))
    .flatMap((variable): readonly Routing[] => {
      const asked = askedIf(variable, questionnaire)
      const conditions = [...asked, ...optionsIf(variable, questionnaire)]
      const { on, today } = decidersOf(conditions, seen)
      if (on.size === 0) return []
      const deciders = variables.filter(({ name }) => on.has(name))
      const [only] = deciders
      const exact = deciders.length === 1 && !today && conditions.length === asked.length
      return [
        {
          question: variable.name,
          on: [...on].toSorted(),
          sensitive: deciders.some(({ sensitive }) => sensitive),
          condition: canonicalJson(conditions.length === 1 ? conditions[0] : conditions),
          follows: exact && only && only.type === 'single' && isCountable(only) ? only.name : null,
        },
      ]
    })
}

interface Seen {
  readonly questionnaire: Questionnaire
  readonly variables: readonly Variable[]
}

interface Deciders {
  /** Names of variables. */
  readonly on: ReadonlySet<string>
  readonly today: boolean
}

function decidersOf(conditions: readonly (Condition | Operand)[], { questionnaire, variables }: Seen): Deciders {
  const on = new Set<string>()
  const visited = new Set<string>()
  let today = false
  const visit = (part: Condition | Operand): void => {
    const reads = operandsIn(part)
    today ||= reads.today
    for (const { name, part: row } of reads.variables) {
      const key = `${name}/${row ?? ''}`
      if (visited.has(key)) continue
      visited.add(key)
      const calculated = questionnaire.calculatedValues?.find((value) => value.name === name)
      if (calculated) visit(calculated.value)
      const read = variables.filter(({ source }) => source.name === name && source.kind !== 'derived')
      for (const variable of read.filter(({ source }) => row === undefined || source.part === row)) {
        on.add(variable.name)
        for (const condition of askedIf(variable, questionnaire)) visit(condition)
      }
    }
  }
  for (const condition of conditions) visit(condition)
  return { on, today }
}

/** The conditions under which a variable is asked: of its question, and of its row or item. */
function askedIf({ source }: Variable, { questions }: Questionnaire): readonly Condition[] {
  const question = questions.find(({ name }) => name === source.name)
  const part = question && partOf(question, source.part)
  return [question?.visibleIf, question?.enableIf, part?.visibleIf, part?.enableIf].filter(isGiven)
}

function partOf(
  question: Question,
  name: string | number | undefined,
): Pick<Question, 'visibleIf' | 'enableIf'> | undefined {
  if (question.type === 'matrix') return question.rows.find((row) => row.name === name)
  if (question.type === 'multipletext') return question.items.find((item) => item.name === name)
  return undefined
}

/** The conditions under which options are offered. */
function optionsIf({ source }: Variable, { questions }: Questionnaire): readonly Condition[] {
  const question = questions.find(({ name }) => name === source.name)
  const options =
    question && 'options' in question ? question.options : question?.type === 'matrix' ? question.columns : []
  return options.flatMap((option) => [option.visibleIf, option.enableIf].filter(isGiven))
}

const isGiven = (condition: Condition | undefined): condition is Condition => condition !== undefined
