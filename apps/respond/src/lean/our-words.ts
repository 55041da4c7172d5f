/** Words of ours for which an author has none of their own: yes, no, other. They came with the page. */
export const OUR_WORDS: Record<string, string> = {}

/** One of them, in the language of the page. */
export function ourWord(word: string): string {
  return OUR_WORDS[word] ?? word
}

/** In a questionnaire that is compiled they stand already. */
export function ourText(): Readonly<Record<string, string>> {
  return {}
}

/** Nobody reviews texts here. */
export function ourTexts(): readonly never[] {
  return []
}
