import type { OtherName } from '../condition/scope.ts'
import { leavesOf, type DraftElement, type DraftGroup } from './draft.ts'
import type { Draft } from './read-questionnaire.ts'

const KINDS = {
  expression: { what: 'an expression that is only shown', use: 'a calculated value' },
  html: { what: 'a text without an answer', use: 'a question' },
  page: { what: 'a page', use: 'a question on it' },
  panel: { what: 'a panel', use: 'a question in it' },
  scale: { what: 'a scale, worked out afterwards', use: 'a calculated value' },
  duration: { what: 'a duration, worked out afterwards', use: 'a calculated value' },
} as const satisfies Readonly<Record<string, OtherName>>

/** Everything in a definition with a name that no condition and no text can use, with what serves instead. */
export function otherNames({
  pages,
  scales,
  durations,
}: Pick<Draft, 'pages' | 'scales' | 'durations'>): ReadonlyMap<string, OtherName> {
  const names = new Map<string, OtherName>()
  for (const { name } of pages) names.set(name, KINDS.page)
  for (const { name } of pages.flatMap(panelsIn)) names.set(name, KINDS.panel)
  for (const { name } of scales) names.set(name, KINDS.scale)
  for (const { name } of durations) names.set(name, KINDS.duration)
  for (const leaf of pages.flatMap(leavesOf)) if (leaf.kind === 'note') names.set(leaf.name, KINDS[leaf.note.type])
  return names
}

function panelsIn(group: DraftGroup): readonly DraftGroup[] {
  return group.elements.filter(isGroup).flatMap((panel) => [panel, ...panelsIn(panel)])
}

const isGroup = (element: DraftElement): element is DraftGroup => element.kind === 'group'
