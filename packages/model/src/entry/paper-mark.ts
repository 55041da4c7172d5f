/** Why there is no answer on paper where something is written. */
export type PaperMark = 'multipleTicked' | 'unreadable'
