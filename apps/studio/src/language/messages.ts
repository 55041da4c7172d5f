import { translator, type Translate } from '@klankbord/model'
import en from '../messages/en.json' with { type: 'json' }
import nl from '../messages/nl.json' with { type: 'json' }
import type { InterfaceLanguage } from './interface-language.ts'

/** The keys of the studio's texts. */
export type MessageKey = keyof typeof nl

/** Gives the studio's texts in one language. */
export function messagesIn(language: InterfaceLanguage): Translate<MessageKey> {
  return translator<MessageKey>({ nl, en }, language)
}
