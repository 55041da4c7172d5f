type None = Readonly<Record<string, never>>

/** What can go wrong while staff enter what somebody else answered. No sentence holds an answer, a number or a code. */
export const entryProblems = {
  /** The wave is not answered in this way. */
  channelNotOffered: (d: { readonly channel: string; readonly offered: readonly string[] }): string =>
    `wave takes no answers by ${d.channel} (takes ${d.offered.join(', ')})`,
  /** Two people typed this paper form already. */
  paperFormTaken: (_: None): string => 'paper form was typed by two others (expected one of them to settle it)',
  /** Its answers are stored already. */
  paperFormStored: (_: None): string => 'paper form was entered before: its answers are stored',
  /** What stands on a form to know it by. */
  paperFormUnnamed: (_: None): string => 'paper form has no number (expected one of at most 40 signs)',
  /** What the other person typed is not what was looked at when this was decided. */
  paperFormChanged: (_: None): string => 'the other person changed what was typed (look at the differences again)',
  /** It was typed under another key of the installation. */
  paperEntryClosed: (_: None): string =>
    'typed paper form cannot be opened: it was sealed with another key (expected it to be typed again)',
  /** A mark stands for a question or row that the questionnaire does not have. */
  unknownMark: (d: { readonly variable: string }): string => `unknown variable for a mark of paper: ${d.variable}`,
} as const
