import type { LocalizedText } from '@klankbord/model'
import { html, type Content } from '../html.ts'
import type { Voice } from '../voice.ts'

/**
 * Where somebody is heard who says a text, in the language that it is shown in, as an attribute for the script that reads
 * aloud. Nothing where nobody was recorded in that language.
 */
export function recordingOf(voice: Voice, text: LocalizedText, audio: LocalizedText | undefined): Content {
  const address = audio?.[voice.authorLanguage(text)]
  return address !== undefined && html` data-recording="${address}"`
}
