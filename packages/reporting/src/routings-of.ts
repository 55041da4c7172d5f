import { canonicalJson } from '@klankbord/model'
import type { Condition, InputQuestion, MatrixRow, Operand, Question, Questionnaire, Variable } from '@klankbord/model'
import type { Routing } from '@klankbord/disclosure'
import { codebook } from '@klankbord/questionnaire'
import { isBandable, isCountable } from './countable.ts'
import { operandsIn } from './operands-in.ts'

/**
 * Who is asked what: one entry per variable that can be published and has a condition, with every variable that decides
 * on it, directly or because it decides whether these are asked. What an answer says was met counts, too: whoever chose an
 * option is known to have met its condition, and whoever answered to have met the author's own for the answer.
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
      const conditions = [...asked, ...answeredIf(variable, questionnaire)]
      const { on, today } = decidersOf(variable, conditions, seen)
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

function decidersOf(decided: Variable, conditions: readonly Condition[], { questionnaire, variables }: Seen): Deciders {
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
      for (const variable of variables.filter((each) => each !== decided && isRead(each, name, row))) {
        on.add(variable.name)
        for (const condition of [...askedIf(variable, questionnaire), ...answeredIf(variable, questionnaire)])
          visit(condition)
      }
    }
  }
  for (const condition of conditions) visit(condition)
  return { on, today }
}

/** Whether a condition that names a question, or a row or an item of it, reads this variable. None reads words beside "other". */
function isRead({ source }: Variable, name: string, part: string | undefined): boolean {
  if (source.kind === 'derived' || source.kind === 'comment') return false
  return source.name === name && (part === undefined || source.part === part)
}

/** The conditions under which a variable is asked: of its question, and of its row or item. */
function askedIf({ source }: Variable, { questions }: Questionnaire): readonly Condition[] {
  const question = questions.find(({ name }) => name === source.name)
  const part = question && partOf(question, source.part)
  return [question?.visibleIf, question?.enableIf, part?.visibleIf, part?.enableIf].filter(isGiven)
}

function partOf(question: Question, name: string | number | undefined): MatrixRow | InputQuestion | undefined {
  if (question.type === 'matrix') return question.rows.find((row) => row.name === name)
  if (question.type === 'multipletext') return question.items.find((item) => item.name === name)
  return undefined
}

/** The conditions that an answer says were met: those under which options are offered, and the author's own for the answer. */
function answeredIf({ source }: Variable, { questions }: Questionnaire): readonly Condition[] {
  const question = questions.find(({ name }) => name === source.name)
  if (!question) return []
  const options = 'options' in question ? question.options : question.type === 'matrix' ? question.columns : []
  const offered = options.flatMap((option) => [option.visibleIf, option.enableIf].filter(isGiven))
  const part = partOf(question, source.part)
  const validators = [...(question.validators ?? []), ...(part && 'validators' in part ? (part.validators ?? []) : [])]
  return [
    ...offered,
    ...validators.flatMap((validator) => (validator.type === 'expression' ? [validator.condition] : [])),
  ]
}

const isGiven = (condition: Condition | undefined): condition is Condition => condition !== undefined
