import { pointer } from '@klankbord/model'
import { namesIn } from '../condition/bind-source.ts'
import { pipesIn } from '../text/pipes.ts'
import type { ConditionSource } from './condition-source.ts'
import type { DraftElement, DraftGroup, DraftNote, DraftQuestion, Guards } from './draft.ts'
import type { Draft } from './read-questionnaire.ts'
import type { AuthoredText } from './reading.ts'

/** A place in a definition that names a question or a calculated value. */
export interface Use {
  /** What is named. */
  readonly name: string
  readonly path: string
  /** The property with what it stands on, in words. */
  readonly element: string
  /** The question or the note that needs it; absent for pages, panels, scales, durations and calculated values. */
  readonly owner?: string
  /** Whether what is stored depends on it. */
  readonly stored: boolean
}

/**
 * Everything in a definition that names something else.
 *
 * @param isStored whether a question or a note is a variable of stored responses
 */
export function usesOf(draft: Draft, isStored: (leaf: DraftQuestion | DraftNote) => boolean): readonly Use[] {
  const inElement = (element: DraftElement): readonly Use[] => {
    if (element.kind === 'group') return inGroup(element)
    const stored = isStored(element)
    const sources = element.kind === 'note' ? [element.visibleIf, element.expression] : sourcesIn(element)
    const named = [...sources.flatMap(namedBySource), ...textsIn(element).flatMap(namedByText)]
    return named.map((use) => ({ ...use, owner: element.name, stored }))
  }
  const inGroup = (group: DraftGroup): readonly Use[] => {
    const inside = group.elements.flatMap(inElement)
    const stored = holdsStored(group, isStored)
    return [
      ...guardsIn(group)
        .flatMap(namedBySource)
        .map((use) => ({ ...use, stored })),
      ...group.texts.flatMap(namedByText).map((use) => ({ ...use, stored: false })),
      ...inside,
    ]
  }
  return [
    ...draft.pages.flatMap(inGroup),
    ...draft.calculatedValues.flatMap(({ source }) => namedBySource(source)).map((use) => ({ ...use, stored: false })),
    ...workedOutAfterwards(draft).map((use) => ({ ...use, stored: true })),
  ]
}

type Named = Pick<Use, 'name' | 'path' | 'element'>

function holdsStored(group: DraftGroup, isStored: (leaf: DraftQuestion | DraftNote) => boolean): boolean {
  return group.elements.some((element) =>
    element.kind === 'group' ? holdsStored(element, isStored) : isStored(element),
  )
}

const guardsIn = ({ visibleIf, enableIf }: Guards): readonly (ConditionSource | null)[] => [visibleIf, enableIf]

function sourcesIn(draft: DraftQuestion): readonly (ConditionSource | null)[] {
  const validators = [...draft.validators, ...draft.ofItems.flat()]
  return [
    ...guardsIn(draft),
    draft.requiredIf,
    ...draft.guards.flatMap(guardsIn),
    ...validators.map((validator) => (validator.type === 'expression' ? validator.source : null)),
    ...draft.inner.flatMap(sourcesIn),
  ]
}

const textsIn = (leaf: DraftQuestion | DraftNote): readonly AuthoredText[] =>
  leaf.kind === 'note' ? leaf.texts : [...leaf.texts, ...leaf.inner.flatMap(textsIn)]

function namedBySource(source: ConditionSource | null): readonly Named[] {
  if (!source) return []
  const { path, property, element } = source
  return [...namesIn(source.text)].map((name) => ({ name, path, element: `${property} of ${element}` }))
}

function namedByText({ path, element, text }: AuthoredText): readonly Named[] {
  const names = new Set(Object.values(text).flatMap(pipesIn))
  return [...names].map((name) => ({ name: name.split('.')[0] ?? '', path, element }))
}

/** What scales and durations are made of. A row of a matrix is named `QUESTION__ROW`. */
function workedOutAfterwards({ scales, durations }: Draft): readonly Named[] {
  const items = scales.flatMap((scale) =>
    scale.items.map((item, index) => ({
      name: item.split('__')[0] ?? '',
      path: pointer(scale.path, 'items', index),
      element: `items of ${scale.element}`,
    })),
  )
  const parts = durations.flatMap((duration) => [
    ...(['amount', 'unit'] as const).flatMap((property) => {
      const name = duration[property]
      const element = `${property} of ${duration.element}`
      return name === undefined ? [] : [{ name, path: pointer(duration.path, property), element }]
    }),
    ...namedBySource(duration.censoredIf),
  ])
  return [...items, ...parts]
}
