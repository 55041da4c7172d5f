/** Whether an expression matches somewhere in a text. It keeps no place, unlike `test` of an expression with the flag `g`. */
export function hasMatch(pattern: RegExp, text: string): boolean {
  return text.search(pattern) >= 0
}
