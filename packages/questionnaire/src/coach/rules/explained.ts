// "een pgb (geld waarmee u zelf hulp inkoopt)"
const BRACKET_AFTER = /^\s*\((?=[^)]*\s)[^)]+\)/
const OPEN_BRACKET = /\([^)]*$/
const BEGINS_SENTENCE = /(?:^|[.?!:]\s+)(?:(?:een|de|het|uw|an?|the|your)\s+)?$/
const IS =
  /^\s+(?:is|zijn|are)\s+(?:een|de|het|iemand|hulp|wat|als|an?|the|someone|somebody|help|when)\s[^?]*(?:[.;]|$)/
const MEANS =
  /^,?\s+(?:betekent|dat betekent|wil zeggen|dat wil zeggen|oftewel|ofwel|dat is|means|that is|which means)\s/
const IS_CALLED =
  /(?:heet|heten|noemen (?:we|wij)(?: dit| dat| het)?|genaamd|kortweg|afgekort|oftewel|ook wel|called|known as|we call this|short for|meet)\s+(?:een |de |het |an? |the |')?$/

/**
 * Whether a text in small letters explains a word that stands in it: "casemanager (de vaste persoon …)", "Een
 * casemanager is de persoon die …".
 *
 * @example isExplained('pgb', 'een pgb (geld voor hulp)') // true
 */
export function isExplained(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text.slice(0, at)
    const after = text.slice(at + word.length)
    if (BRACKET_AFTER.test(after) || MEANS.test(after) || IS_CALLED.test(before)) return true
    if (after.startsWith(')') && OPEN_BRACKET.test(before)) return true
    if (IS.test(after) && BEGINS_SENTENCE.test(before)) return true
  }
  return false
}
