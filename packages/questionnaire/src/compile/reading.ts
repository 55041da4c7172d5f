import type { LanguageCode, LocalizedText } from '@klankbord/model'
import type { PatternRoom } from '../pattern/pattern-room.ts'
import type { FindingList } from './finding-list.ts'

/** A text as its author wrote it, kept to see afterwards which translations are missing. */
export interface AuthoredText {
  readonly path: string
  readonly element: string
  readonly text: LocalizedText
  /** HTML, and not plain. */
  readonly prose?: true
}

/** What reading a definition gathers beside its result. `ownTexts` come from our catalogues and make no language. */
export interface Reading {
  readonly list: FindingList
  readonly source: LanguageCode
  readonly texts: AuthoredText[]
  readonly ownTexts: AuthoredText[]
  readonly patternRoom: PatternRoom
  /** The names that help lines were given: questions may stand before or after them. */
  readonly helpLines: readonly string[]
}
