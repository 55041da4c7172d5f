import { HELP_KINDS, RESPONSE_CHANNELS } from '@klankbord/model'
import type { MessageKey } from '../language/messages.ts'

/** The text of a value of a margin; null for one without, such as a language. */
export function marginWord(margin: string, value: string): MessageKey | null {
  const channel = RESPONSE_CHANNELS.find((one) => one === value)
  const help = HELP_KINDS.find((one) => one === value)
  if (margin === 'channel' && channel !== undefined) return `channel.${channel}`
  return margin === 'help' && help !== undefined ? `help.${help}` : null
}

/** The margins in the order in which they are shown; others that a newer server has come after them, by no title of ours. */
export const MARGINS = ['channel', 'help', 'language'] as const
