/**
 * Who helped somebody to answer. `notKnown`: nobody asked. With an interviewer it is `interviewer`; who only read aloud or
 * wrote is counted by what they are to the person.
 */
export type HelpKind =
  'none' | 'relative' | 'staff' | 'peer' | 'volunteer' | 'interpreter' | 'interviewer' | 'someoneElse' | 'notKnown'

export const HELP_KINDS: readonly HelpKind[] = [
  'none',
  'relative',
  'staff',
  'peer',
  'volunteer',
  'interpreter',
  'interviewer',
  'someoneElse',
  'notKnown',
]
