import type { LocalizedText, Translate } from '@klankbord/model'
import { localize } from '@klankbord/model'
import { createContext, useContext, type Context } from 'react'
import type { ApiClient } from '../api/api-client.ts'
import type { DraftKeepers } from '../design/draft-keepers.ts'
import type { InterfaceLanguage } from '../language/interface-language.ts'
import type { MessageKey } from '../language/messages.ts'

/** What every page of the studio reaches for. */
export interface Studio {
  readonly api: ApiClient
  readonly drafts: DraftKeepers
  readonly language: InterfaceLanguage
  readonly setLanguage: (language: InterfaceLanguage) => void
  readonly t: Translate<MessageKey>
}

export const StudioContext: Context<Studio | null> = createContext<Studio | null>(null)

/** The studio around this component. */
export function useStudio(): Studio {
  const studio = useContext(StudioContext)
  if (studio === null) throw new Error('no studio around this component')
  return studio
}

/** A text of the study in the language of the reader, else in Dutch, else in what there is. */
export function useText(): (text: LocalizedText) => string {
  const { language } = useStudio()
  return (text) => localize(text, language, 'nl')
}
