import { pointer, type CalculatedValue } from '@klankbord/model'
import { bindOperand, namesIn } from '../condition/bind-source.ts'
import type { Names } from '../condition/scope.ts'
import { takeRoom, type ExpressionRoom } from './expression-room.ts'
import type { FindingList } from './finding-list.ts'
import type { DraftCalculatedValue } from './read-calculated-values.ts'

/**
 * Binds calculated values in an order in which each needs only those before it, whatever their order in the
 * definition; where that leaves a choice, their own order stays. Values that need each other are reported as a circle.
 *
 * @returns the values, and everything that expressions can name from here on: the calculated ones too, null for those
 * with faults
 */
export function bindCalculatedValues(
  drafts: readonly DraftCalculatedValue[],
  before: Names,
  list: FindingList,
  room: ExpressionRoom,
): { readonly values: readonly CalculatedValue[]; readonly names: Names } {
  const all = new Map(before.known)
  const names = { ...before, known: all }
  const values: CalculatedValue[] = []
  // Each is parsed to find an order, and so counted before.
  const read = drafts.map((draft) =>
    draft.source && takeRoom(room, draft.source) ? draft : { ...draft, source: null },
  )
  for (const draft of inOrder(read, list)) {
    const bound =
      draft.whole && draft.source && bindOperand(draft.source.text, { ...draft.source, ...names, ...EVERYWHERE, list })
    const twice = before.known.has(draft.name)
    all.set(
      draft.name,
      bound && !twice ? { kind: 'calculated', valueType: bound.valueType, screen: bound.screen } : null,
    )
    if (!bound) continue
    const { name, path } = draft
    const { operand: value, valueType } = bound
    const isWords = valueType === 'string'
    if (draft.kept && isWords) list.hint('wordsNotKept', pointer(path, 'includeIntoResult'), { name })
    values.push({ name, path, value, valueType, kept: draft.kept && !isWords })
  }
  return { values, names }
}

/** A calculated value stands on no screen: it is there as soon as what it needs is. */
const EVERYWHERE = { screen: Number.MAX_SAFE_INTEGER } as const

/** `whole`: in no circle. */
type Ordered = DraftCalculatedValue & { readonly whole: boolean }

function inOrder(drafts: readonly DraftCalculatedValue[], list: FindingList): readonly Ordered[] {
  const byName = new Map(drafts.map((draft) => [draft.name, draft]))
  const needs = new Map(drafts.map((draft) => [draft.name, needsOf(draft, byName)]))
  const ordered = new Map<string, Ordered>()
  const circles = new Set<string>()
  const visit = (draft: DraftCalculatedValue, way: readonly string[]): void => {
    if (ordered.has(draft.name)) return
    const met = way.indexOf(draft.name)
    if (met >= 0) return report(met === way.length - 1 ? [draft.name] : [...way.slice(met), draft.name])
    for (const name of needs.get(draft.name) ?? []) {
      const needed = byName.get(name)
      if (needed) visit(needed, [...way, draft.name])
    }
    ordered.set(draft.name, { ...draft, whole: !circles.has(draft.name) })
  }
  const report = (names: readonly string[]): void => {
    for (const name of names) circles.add(name)
    const first = byName.get(names[0] ?? '')
    if (first) list.block('circularReference', pointer(first.path, 'expression'), { names })
  }
  for (const draft of drafts) visit(draft, [])
  return [...ordered.values()]
}

function needsOf(draft: DraftCalculatedValue, byName: ReadonlyMap<string, DraftCalculatedValue>): readonly string[] {
  return draft.source ? [...namesIn(draft.source.text)].filter((name) => byName.has(name)) : []
}
