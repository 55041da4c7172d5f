import type { Question } from '@klankbord/model'
import { shown } from '../compile/finding-list.ts'
import { unsupported, type Bound, type Known, type Scope } from './scope.ts'
import { typedAnswer, typedCalculation, typedOption, type Typed } from './typed.ts'

const PANEL = 'panel.'

/** What a name between braces stands for, when it is asked on an earlier screen. */
export function lookUp(written: string, scope: Scope): Bound<Typed> {
  const name = written.trim()
  if (scope.panel && name.startsWith(PANEL)) return inPanel(name, scope.panel, scope)
  const dot = name.indexOf('.')
  const whole = dot < 0 ? name : name.slice(0, dot)
  const entry = scope.known.get(whole)
  if (entry === undefined) {
    const [question, part] = name.split('__')
    const dotted = `${question}.${part}`
    if (part !== undefined && isPart(scope.known.get(question ?? ''), part)) return unknown(name, [], scope, dotted)
    const other = scope.others?.get(whole)
    if (other) return unsupported(scope, `${whole} is ${other.what}: use ${other.use}`)
    return unknown(name, [...scope.known.keys()], scope)
  }
  if (entry === null) return null
  if (entry.screen >= scope.screen) {
    scope.list.block('conditionLooksAhead', scope.path, { question: shown(name), element: scope.element })
    return null
  }
  if (dot >= 0) return entry.kind === 'question' ? partOf(entry.question, name, scope) : withoutParts(whole, scope)
  return entry.kind === 'question'
    ? typedAnswer(entry.question, { variable: whole }, whole)
    : typedCalculation(entry.valueType, whole)
}

function inPanel(name: string, panel: ReadonlyMap<string, Question>, scope: Scope): Bound<Typed> {
  const variable = name.slice(PANEL.length)
  const question = panel.get(variable)
  if (question) return typedAnswer(question, { variable, panel: true }, name)
  return unknown(
    name,
    [...panel.keys()].map((each) => PANEL + each),
    scope,
  )
}

function partOf(question: Question, name: string, scope: Scope): Bound<Typed> {
  const part = name.slice(question.name.length + 1)
  const operand = { variable: question.name, part }
  if (question.type === 'matrix') {
    if (question.rows.some((row) => row.name === part)) return typedOption(question.columns, operand, name)
    return unknown(name, fullNames(question.name, question.rows), scope)
  }
  if (question.type !== 'multipletext') return withoutParts(question.name, scope)
  const item = question.items.find((each) => each.name === part)
  return item ? typedAnswer(item, operand, name) : unknown(name, fullNames(question.name, question.items), scope)
}

const fullNames = (whole: string, parts: readonly { readonly name: string }[]): readonly string[] =>
  parts.map((part) => `${whole}.${part.name}`)

const withoutParts = (name: string, scope: Scope): null =>
  unsupported(scope, `${name} has no parts that can be used`, `{${name}}`)

function isPart(entry: Known | null | undefined, part: string): boolean {
  if (entry?.kind !== 'question') return false
  const { question } = entry
  const parts = question.type === 'matrix' ? question.rows : question.type === 'multipletext' ? question.items : []
  return parts.some(({ name }) => name === part)
}

function unknown(name: string, known: readonly string[], scope: Scope, meant?: string): null {
  const { list, path, element } = scope
  list.block('unknownConditionQuestion', path, { question: shown(name), element }, (near) => meant ?? near(name, known))
  return null
}
