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
import { consentScreen } from '../consent/consent-of.ts'
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
import { markEligibility } from './mark-eligibility.ts'
import { otherNames } from './other-names.ts'
import type { Draft } from './read-questionnaire.ts'
import { reportConsents } from './report-consents.ts'
import { reportSize } from './report-size.ts'
import { reportUnstored } from './report-unstored.ts'
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
  const asked = { known: knownOf(draft, screenOf), others: otherNames(draft) }
  const { values, names } = bindCalculatedValues(draft.calculatedValues, asked, list, room)
  const context: Context = {
    ...binding(list, names, room),
    screenOf,
    first: firstOf(draft.pages),
    sheet: new Set(consentScreen({ screens })?.questions),
    questions: [],
    notes: [],
  }
  context.pipes(draft.texts, 0)
  const pages = draft.pages.map((page) => ({ name: page.name, ...bindGroup(page, NOTHING, context) }))
  const { notes } = context
  const questions = consentsFirst(context.questions, context.sheet)
  reportConsents(questions, list)
  const scales = bindScales(draft.scales, names, list)
  const anywhere = (source: ConditionSource): Condition | undefined =>
    context.condition(source, Number.MAX_SAFE_INTEGER)
  const durations = bindDurations(draft.durations, names, anywhere, list)
  context.finish()
  const calculatedValues = markEligibility(draft.calculatedValues, reportUnstored(draft, values, notes, list), list)
  reportSize(questions, list)
  return { questions, notes, calculatedValues, scales, durations, pages, screens }
}

interface Context extends Binding {
  readonly screenOf: ReadonlyMap<string, number>
  /** The first question or note of each name: the one that the screen of that name shows. */
  readonly first: ReadonlyMap<string, DraftElement>
  /** Names of the consents that come before all other questions. */
  readonly sheet: ReadonlySet<string>
  /** What was bound, in order. */
  readonly questions: Question[]
  readonly notes: Note[]
}

const NOTHING: Bound = {}

/** Questions stand in the order in which they are asked. */
function consentsFirst(questions: readonly Question[], sheet: ReadonlySet<string>): readonly Question[] {
  if (sheet.size === 0) return questions
  return [...questions.filter(({ name }) => sheet.has(name)), ...questions.filter(({ name }) => !sheet.has(name))]
}

/** A name that two have stands for neither: that was reported, and what looks at it is not complained of as well. */
function knownOf(
  { pages, calculatedValues, scales, durations }: Draft,
  screenOf: ReadonlyMap<string, number>,
): ReadonlyMap<string, Known | null> {
  const known = new Map<string, Known | null>()
  const leaves = pages.flatMap(leavesOf)
  const twice = namedTwice([...leaves, ...calculatedValues, ...scales, ...durations].map(({ name }) => name))
  for (const leaf of leaves) {
    if (twice.has(leaf.name)) known.set(leaf.name, null)
    if (leaf.kind === 'note' || known.has(leaf.name)) continue
    const screen = screenOf.get(leaf.name) ?? 0
    const { question } = leaf
    known.set(leaf.name, question && !leaf.unsure ? { kind: 'question', question, screen } : null)
  }
  return known
}

const firstOf = (pages: readonly DraftGroup[]): Context['first'] =>
  new Map(
    pages
      .flatMap(leavesOf)
      .map((leaf) => [leaf.name, leaf] as const)
      .toReversed(),
  )

function namedTwice(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(names.filter((name) => seen.has(name) || !seen.add(name)))
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
  const screen = screenOfLeaf(element, context)
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
function firstScreen(group: DraftGroup, context: Context): number {
  const leaves = leavesOf(group).filter(({ name }) => !context.sheet.has(name))
  const places = leaves.map((leaf) => screenOfLeaf(leaf, context))
  return places.length > 0 ? Math.min(...places) : context.screenOf.size
}

/** The second one of a name stands on no screen, so that it does not look ahead from that of the first. */
function screenOfLeaf(leaf: DraftElement, { screenOf, first }: Context): number {
  return first.get(leaf.name) === leaf ? (screenOf.get(leaf.name) ?? 0) : Number.MAX_SAFE_INTEGER
}
