/**
 * A withdrawal code as it is compared: capitals and digits only, however it was typed or spaced.
 *
 * @example normaliseCode(' k7p-4hm 9rt ') // 'K7P4HM9RT'
 */
export function normaliseCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}

/**
 * A code in three groups of (nearly) the same length, to read and copy without mistakes.
 *
 * @example codeGroups('K7P4HM9RT') // ['K7P', '4HM', '9RT']
 */
export function codeGroups(code: string): readonly string[] {
  const plain = normaliseCode(code)
  const size = Math.max(1, Math.ceil(plain.length / 3))
  return [0, 1, 2].map((group) => plain.slice(group * size, (group + 1) * size)).filter((group) => group !== '')
}
