import type { DefinitionParts } from './definition-parts.ts'

/** What every form around the questions gets. */
export interface PartProps {
  readonly text: string
  readonly parts: DefinitionParts
  /** The language whose texts are shown. */
  readonly language: string
  readonly onChange: (text: string) => void
}
