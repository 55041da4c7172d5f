import { pointer, type CalculatedValue, type Note, type Operand, type Question } from '@klankbord/model'
import { readsAny, unstoredNames } from '../answers/unstored-names.ts'
import { variablesIn } from '../condition/variables-in.ts'
import { leavesOf, type DraftNote, type DraftQuestion } from './draft.ts'
import type { FindingList } from './finding-list.ts'
import type { Draft } from './read-questionnaire.ts'
import { usesOf, type Use } from './uses-of.ts'

/**
 * Which calculated values are outcomes: kept, and made of an answer that is not stored. Reports what cannot be stored
 * with such answers left out: a response must say the same to whoever checks it again without them, so that what is
 * stored needs nothing but what is stored.
 *
 * @param values bound, in an order in which each needs only those before it
 * @param notes bound: those that show a number, a yes or no or a date are variables too
 * @returns the values, outcomes marked
 */
export function reportUnstored(
  draft: Draft,
  values: readonly CalculatedValue[],
  notes: readonly Note[],
  list: FindingList,
): readonly CalculatedValue[] {
  const leaves = draft.pages.flatMap(leavesOf)
  const questions = leaves.flatMap((leaf) => (leaf.kind === 'question' ? (leaf.question ?? []) : []))
  const unstored = unstoredNames(questions, values)
  if (unstored.size === 0) return values
  const marked = values.map((value) =>
    value.kept && readsAny(value.value, unstored) ? { ...value, outcome: true } : value,
  )
  for (const value of marked) if (value.outcome === true) reportCopy(value, unstored, list)
  const shown = variableNotes(notes)
  const isStored = (leaf: DraftQuestion | DraftNote): boolean =>
    leaf.kind === 'note' ? shown.has(leaf.name) : leaf.question !== null && leaf.question.outcomeOnly !== true
  reportUses(usesOf(draft, isStored), questions, unstored, marked, list)
  return marked
}

function reportUses(
  uses: readonly Use[],
  questions: readonly Question[],
  unstored: ReadonlySet<string>,
  values: readonly CalculatedValue[],
  list: FindingList,
): void {
  for (const { name, path, element, stored } of uses)
    if (stored && unstored.has(name))
      list.block('answerNotStored', path, { name, element }, () => outcomeOf(name, unstored, values))
  const used = new Set(uses.filter(({ owner, name }) => owner !== name).map(({ name }) => name))
  for (const { name, path } of questions)
    if (unstored.has(name) && !used.has(name)) list.hint('answerUsedNowhere', pointer(path, 'outcomeOnly'), { name })
}

/** Only a comparison is one bit; a number, a date or a yes or no taken over as it is could be the answer itself. */
function reportCopy(
  { name, path, value, valueType }: CalculatedValue,
  unstored: ReadonlySet<string>,
  list: FindingList,
): void {
  if ('holds' in value) return
  const question = [...variablesIn(value)].find((each) => unstored.has(each)) ?? ''
  list.block('outcomeNotYesNo', pointer(path, 'expression'), { name, question }, () =>
    valueType === 'boolean' && isWhole(value) ? `{${value.variable}} = true` : undefined,
  )
}

const isWhole = (value: Operand): value is Extract<Operand, { readonly variable: string }> =>
  'variable' in value && value.part === undefined

/** The outcome that says something about a name, as a condition writes it. */
function outcomeOf(
  name: string,
  unstored: ReadonlySet<string>,
  values: readonly CalculatedValue[],
): string | undefined {
  const about = new Set([name])
  for (const value of values) {
    if (!readsAny(value.value, about)) continue
    if (value.outcome === true) return `{${value.name}}`
    if (unstored.has(value.name)) about.add(value.name)
  }
  return undefined
}

const variableNotes = (notes: readonly Note[]): ReadonlySet<string> =>
  new Set(notes.flatMap((note) => (note.type === 'expression' && note.valueType !== 'string' ? [note.name] : [])))
