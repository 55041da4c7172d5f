import type {
  CalculatedValue,
  Condition,
  Duration,
  Note,
  Page,
  PageElement,
  Question,
  Scale,
  Screen,
} from '@klankbord/model'
import { bindOperand } from '../condition/bind-source.ts'
import type { Known } from '../condition/scope.ts'
import { bindCalculatedValues } from './bind-calculated-values.ts'
import { bindDurations } from './bind-durations.ts'
import { bindQuestion } from './bind-question.ts'
import { bindScales } from './bind-scales.ts'
import { binding, joined, type Binding, type Bound } from './binding.ts'
import type { ConditionSource } from './condition-source.ts'
import { leavesOf, type DraftElement, type DraftGroup, type DraftNote } from './draft.ts'
import { expressionRoom, takeRoom } from './expression-room.ts'
import type { FindingList } from './finding-list.ts'
import { otherNames } from './other-names.ts'
import type { Draft } from './read-questionnaire.ts'
import { reportSize } from './report-size.ts'
import { screensOf } from './screens-of.ts'

/** What stands in a questionnaire, its conditions as trees and those of pages and panels folded in. */
export interface BoundQuestionnaire {
  readonly questions: readonly Question[]
  readonly notes: readonly Note[]
  readonly calculatedValues: readonly CalculatedValue[]
  readonly scales: readonly Scale[]
  readonly durations: readonly Duration[]
  readonly pages: readonly Page[]
  readonly screens: readonly Screen[]
}

/** Turns the conditions and expressions of a draft into trees; reports what they cannot look at. */
export function bindQuestionnaire(draft: Draft, list: FindingList): BoundQuestionnaire {
  const { screens, screenOf } = screensOf(draft.pages)
  const room = expressionRoom()
  const asked = { known: knownOf(draft.pages, screenOf), others: otherNames(draft) }
  const { values, names } = bindCalculatedValues(draft.calculatedValues, asked, list, room)
  const context: Context = { ...binding(list, names, room), screenOf, questions: [], notes: [] }
  context.pipes(draft.texts, 0)
  const pages = draft.pages.map((page) => ({ name: page.name, ...bindGroup(page, NOTHING, context) }))
  const { questions, notes } = context
  const scales = bindScales(draft.scales, names, list)
  const anywhere = (source: ConditionSource): Condition | undefined =>
    context.condition(source, Number.MAX_SAFE_INTEGER)
  const durations = bindDurations(draft.durations, names, anywhere, list)
  context.finish()
  reportSize(questions, list)
  return { questions, notes, calculatedValues: values, scales, durations, pages, screens }
}

interface Context extends Binding {
  readonly screenOf: ReadonlyMap<string, number>
  /** What was bound, in order. */
  readonly questions: Question[]
  readonly notes: Note[]
}

const NOTHING: Bound = {}

function knownOf(
  pages: readonly DraftGroup[],
  screenOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, Known | null> {
  const known = new Map<string, Known | null>()
  for (const leaf of pages.flatMap(leavesOf)) {
    if (leaf.kind === 'note' || known.has(leaf.name)) continue
    const screen = screenOf.get(leaf.name) ?? 0
    known.set(leaf.name, leaf.question && { kind: 'question', question: leaf.question, screen })
  }
  return known
}

/** A page or panel without its name. `around`: the conditions of the page and the panels around it. */
function bindGroup(group: DraftGroup, around: Bound, context: Context): Omit<Page, 'name'> {
  const screen = firstScreen(group, context)
  const own = context.guards(group, screen)
  context.pipes(group.texts, screen)
  const inside = context.fold(around, own, group.elements.length)
  const { title, description, shortGroup } = group
  return {
    ...(title && { title }),
    ...(description && { description }),
    ...own,
    ...(shortGroup && { shortGroup: true }),
    elements: group.elements.map((element) => bindElement(element, inside, context)),
  }
}

function bindElement(element: DraftElement, around: Bound, context: Context): PageElement {
  if (element.kind === 'group') return { panel: element.name, ...bindGroup(element, around, context) }
  const screen = context.screenOf.get(element.name) ?? 0
  if (element.kind === 'question') {
    const question = bindQuestion(element, around, screen, context)
    if (question) context.questions.push(question)
  } else {
    const note = bindNote(element, around, screen, context)
    if (note) context.notes.push(note)
  }
  return { element: element.name }
}

function bindNote(draft: DraftNote, around: Bound, screen: number, context: Context): Note | null {
  const { visibleIf } = joined(around, context.guards({ visibleIf: draft.visibleIf, enableIf: null }, screen))
  context.pipes(draft.texts, screen)
  const guard = visibleIf && { visibleIf }
  if (draft.note.type === 'html') return { ...draft.note, ...guard }
  const source = draft.expression
  if (!source || !takeRoom(context.room, source)) return null
  const bound = bindOperand(source.text, { ...source, ...context.names, list: context.list, screen })
  return bound ? { ...draft.note, ...guard, value: bound.operand, valueType: bound.valueType } : null
}

/** The screen on which a page or panel begins: what it depends on must be known before. */
function firstScreen(group: DraftGroup, { screenOf }: Context): number {
  const places = leavesOf(group).map(({ name }) => screenOf.get(name) ?? 0)
  return places.length > 0 ? Math.min(...places) : screenOf.size
}
