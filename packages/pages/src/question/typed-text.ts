/** What was typed in a field, to show it again. What no field holds shows as nothing. */
export function typedText(given: unknown): string {
  if (typeof given === 'string') return given
  return Array.isArray(given) ? given.map(String).join(' ') : ''
}
