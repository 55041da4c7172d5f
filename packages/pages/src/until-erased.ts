import { dateWords } from './date-text.ts'
import { html, type Content } from './html.ts'
import type { PageContext } from './page-context.ts'
import type { Voice } from './voice.ts'

/** Until when answers can surely be erased, in a sentence; nothing where nobody can say. */
export function untilErased(voice: Voice, { keeps: { surelyUntil } }: PageContext): Content {
  if (surelyUntil === undefined) return null
  return voice.say('codeUntilDate', { date: html`<b>${dateWords(surelyUntil, voice.spoken)}</b>` })
}
