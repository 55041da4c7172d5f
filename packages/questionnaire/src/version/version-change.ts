import type { ConsentKind, LanguageCode } from '@klankbord/model'

/**
 * What a change means for who compares the answers before and after. `typo` and `translation`: nothing. `wording`: it
 * asks something else, or asks it otherwise. `added`, `removed`: it was not there before, or is not after. `order`:
 * something stands elsewhere. `routing`: others are asked, or must answer. `breaking`: codes or values mean something else.
 */
export type ChangeKind = 'typo' | 'wording' | 'translation' | 'added' | 'removed' | 'order' | 'routing' | 'breaking'

/** One difference between two versions of a questionnaire. */
export interface VersionChange {
  readonly kind: ChangeKind
  /** JSON pointer to the element that changed, in the definition after; of what was removed, in that before. */
  readonly path: string
  /** The question, note, page, panel, scale, duration or calculated value; empty for the questionnaire itself. */
  readonly name: string
  /** The property that changed: "title", "options", "min". */
  readonly what: string
  /** What is agreed to with the question that changed. */
  readonly consent?: ConsentKind
  /** The value of the option, or the name of the row, the item or the question in a panel. */
  readonly part?: string
  /** Of a translation. */
  readonly language?: LanguageCode
  /** As it was and is, where that can be shown: a text, a limit, a code with its label, a condition as SurveyJS writes it. */
  readonly before?: string
  readonly after?: string
  /** Of a question that was removed: the name under which the same question was added. */
  readonly renamedTo?: string
  /** Names of the variables and scales whose values before and after cannot be put in one line, in alphabetical order. */
  readonly breaksTrendOf: readonly string[]
}

/** Everything that differs, and everything whose trend breaks. */
export interface VersionComparison {
  /** Empty exactly when both versions have one hash. */
  readonly changes: readonly VersionChange[]
  readonly breaksTrendOf: readonly string[]
}

/** Where changes are found, and what their finding would break. */
export interface Place {
  readonly path: string
  readonly name: string
  readonly part?: string
  /** Variables of which this is the question, or a part of it. */
  readonly variables: readonly string[]
}

/** A change at a place; `breaks` says whether it breaks the trend of the variables there. */
export function changeAt(
  { path, name, part, variables }: Place,
  kind: ChangeKind,
  what: string,
  breaks: boolean,
  shown: Pick<VersionChange, 'language' | 'before' | 'after' | 'renamedTo'> = {},
): VersionChange {
  return {
    kind,
    path,
    name,
    what,
    ...(part !== undefined && { part }),
    ...shown,
    breaksTrendOf: breaks ? variables : [],
  }
}
