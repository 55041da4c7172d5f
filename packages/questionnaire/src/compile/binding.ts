import type { Condition, Question } from '@klankbord/model'
import { bindCondition } from '../condition/bind-source.ts'
import type { Names } from '../condition/scope.ts'
import type { ConditionSource } from './condition-source.ts'
import type { Guards } from './draft.ts'
import { MOST_CHARACTERS, takeRoom, type ExpressionRoom } from './expression-room.ts'
import type { FindingList } from './finding-list.ts'
import type { AuthoredText } from './reading.ts'
import { reportPipes, type PipedText } from './report-pipes.ts'

/** Each element carries the conditions of all that is around it, so that there is a limit to their parts too. */
const MOST_PARTS = 50_000

/** The conditions of an element as trees. */
export interface Bound {
  readonly visibleIf?: Condition
  readonly enableIf?: Condition
}

/** Binds conditions to what they may look at, as long as there is room for more. */
export interface Binding {
  readonly list: FindingList
  readonly names: Names
  /** `panel`: the questions before it in the same panel of a paneldynamic. */
  condition(
    source: ConditionSource | null,
    screen: number,
    panel?: ReadonlyMap<string, Question>,
  ): Condition | undefined
  guards(guards: Guards, screen: number, panel?: ReadonlyMap<string, Question>): Bound
  /** The conditions around `count` elements with those around and on their page or panel, as long as there is room. */
  fold(outer: Bound, inner: Bound, count: number): Bound
  /** Keeps texts of a screen until it is looked up what they take from elsewhere. */
  pipes(texts: readonly AuthoredText[], screen: number, panel?: ReadonlyMap<string, Question>): void
  readonly room: ExpressionRoom
  /** Reports, at the end, what texts take and cannot have, and that there was no room for all conditions. */
  finish(): void
}

/** A binding to what can be named. */
export function binding(list: FindingList, names: Names, room: ExpressionRoom): Binding {
  let parts = 0
  const texts: PipedText[] = []
  const bound = new Map<string, Condition>()
  const condition: Binding['condition'] = (source, screen, panel) => {
    if (!source) return undefined
    const key = `${screen} ${source.text}`
    const same = panel ? undefined : bound.get(key)
    if (same) return same
    if (!takeRoom(room, source)) return undefined
    const before = list.count
    const found = bindCondition(source.text, { ...source, ...names, list, screen, ...(panel && { panel }) })
    // What was said about one place has to be said about the next place too.
    if (found && !panel && list.count === before) bound.set(key, found)
    return found
  }
  return {
    list,
    names,
    condition,
    room,
    guards: (guards, screen, panel) => {
      const visibleIf = condition(guards.visibleIf, screen, panel)
      const enableIf = condition(guards.enableIf, screen, panel)
      return { ...(visibleIf && { visibleIf }), ...(enableIf && { enableIf }) }
    },
    fold: (outer, inner, count) => {
      const folded = joined(outer, inner)
      parts += (partsIn(folded.visibleIf) + partsIn(folded.enableIf)) * count
      return parts <= MOST_PARTS ? folded : {}
    },
    pipes: (authored, screen, panel) => {
      for (const text of authored) texts.push({ ...text, screen, ...(panel && { panel }) })
    },
    finish: () => {
      reportPipes(texts, names, list)
      if (parts > MOST_PARTS)
        list.block('definitionTooLarge', '/pages', { what: 'parts of conditions', limit: MOST_PARTS })
      if (room.left < 0)
        list.block('definitionTooLarge', '/pages', { what: 'characters in conditions', limit: MOST_CHARACTERS })
    },
  }
}

/** How many comparisons and joints a condition has. */
function partsIn(condition: Condition | undefined): number {
  if (!condition) return 0
  if (condition.op === 'and' || condition.op === 'or') return condition.of.reduce((sum, part) => sum + partsIn(part), 1)
  return condition.op === 'not' ? 1 + partsIn(condition.of) : 1
}

/** Both, those of the outer first, in one list of parts so that they can be taken off again. */
export function joined(outer: Bound, inner: Bound): Bound {
  const visibleIf = both(outer.visibleIf, inner.visibleIf)
  const enableIf = both(outer.enableIf, inner.enableIf)
  return { ...(visibleIf && { visibleIf }), ...(enableIf && { enableIf }) }
}

function both(a: Condition | undefined, b: Condition | undefined): Condition | undefined {
  if (!a || !b) return a ?? b
  return { op: 'and', of: [a, b].flatMap((part) => (part.op === 'and' ? part.of : [part])) }
}
