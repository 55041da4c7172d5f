import type { MessageKey } from '../language/messages.ts'

const CHANNELS = ['web', 'kiosk', 'paper', 'telephone', 'interviewer', 'import', 'unrecorded'] as const
const HELP = [
  'none',
  'relative',
  'staff',
  'peer',
  'volunteer',
  'interpreter',
  'interviewer',
  'someoneElse',
  'notKnown',
] as const

/** The text of a value of a margin; null for one without, such as a language. */
export function marginWord(margin: string, value: string): MessageKey | null {
  const channel = CHANNELS.find((one) => one === value)
  const help = HELP.find((one) => one === value)
  if (margin === 'channel' && channel !== undefined) return `channel.${channel}`
  return margin === 'help' && help !== undefined ? `help.${help}` : null
}

/** The margins in the order in which they are shown; others that a newer server has come after them, by no title of ours. */
export const MARGINS = ['channel', 'help', 'language'] as const
