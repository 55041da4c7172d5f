/** How a word is explained beside itself: "casemanager (de vaste persoon …)", "Een casemanager is de persoon die …". */
const MARKS: readonly ((word: string) => string)[] = [
  (word) => String.raw`${word}\s*\((?=[^)]*\s)[^)]+\)`,
  (word) => String.raw`\([^)]*${word}\)`,
  (word) =>
    String.raw`(?:^|[.?!:]\s+)(?:(?:een|de|het|uw|an?|the|your)\s+)?${word}(?:\s+(?:is|zijn|are))\s+(?:een|de|het|iemand|hulp|wat|als|an?|the|someone|somebody|help|when)\s[^?]*(?:[.;]|$)`,
  (word) =>
    String.raw`${word},?\s+(?:betekent|dat betekent|wil zeggen|dat wil zeggen|oftewel|ofwel|dat is|means|that is|which means)\s`,
  (word) =>
    String.raw`(?:heet|heten|noemen (?:we|wij)(?: dit| dat| het)?|genaamd|kortweg|afgekort|oftewel|ook wel|called|known as|we call this|short for|meet)\s+(?:een |de |het |an? |the |')?${word}`,
]
const SPECIAL = /[.*+?^$|()[\]{}\\]/g

/** Whether a text in small letters explains a word that stands in it. @example isExplained('pgb', 'een pgb (geld voor hulp)') // true */
export function isExplained(word: string, text: string): boolean {
  const literal = word.replaceAll(SPECIAL, String.raw`\$&`)
  return MARKS.some((mark) => new RegExp(mark(literal), 'u').test(text))
}
