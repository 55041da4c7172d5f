import type { LocalizedText, Prose, Question, ShownValue } from '@klankbord/model'
import type { ConditionSource } from './condition-source.ts'
import type { DraftValidator } from './read-validators.ts'
import type { AuthoredText } from './reading.ts'

/** The conditions of an element, an option or a row, still as texts. */
export interface Guards {
  readonly visibleIf: ConditionSource | null
  readonly enableIf: ConditionSource | null
}

/** A question whose conditions and validators are still texts. */
export interface DraftQuestion extends Guards {
  readonly kind: 'question'
  readonly name: string
  /** Null when it has faults that leave nothing to ask about. */
  readonly question: Question | null
  /** Whether its type, its options or its parts have faults, so that nobody can say what a condition may ask of it. */
  readonly unsure: boolean
  readonly requiredIf: ConditionSource | null
  readonly validators: readonly DraftValidator[]
  /** Of the options of a choice, or of the rows of a matrix, in their order. */
  readonly guards: readonly Guards[]
  /** Validators of the items of a multipletext, in their order. */
  readonly ofItems: readonly (readonly DraftValidator[])[]
  /** The questions of a paneldynamic. */
  readonly inner: readonly DraftQuestion[]
  readonly texts: readonly AuthoredText[]
}

/** Prose or a shown value, its conditions and its expression still texts. */
export interface DraftNote {
  readonly kind: 'note'
  readonly name: string
  readonly note: Prose | Omit<ShownValue, 'value' | 'valueType'>
  readonly visibleIf: ConditionSource | null
  readonly expression: ConditionSource | null
  readonly texts: readonly AuthoredText[]
}

/** A page or a panel, with what stands in it. */
export interface DraftGroup extends Guards {
  readonly kind: 'group'
  readonly name: string
  readonly title?: LocalizedText
  readonly description?: LocalizedText
  readonly shortGroup: boolean
  readonly elements: readonly DraftElement[]
  readonly texts: readonly AuthoredText[]
}

export type DraftElement = DraftQuestion | DraftNote | DraftGroup

/** The questions and notes in a group and the groups inside it, in order. */
export function leavesOf(group: DraftGroup): readonly (DraftQuestion | DraftNote)[] {
  return group.elements.flatMap((element) => (element.kind === 'group' ? leavesOf(element) : [element]))
}
