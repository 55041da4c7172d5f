/**
 * A number of people as it was typed: points and spaces between thousands are read away, nothing typed is null.
 *
 * @example peopleTyped('1.400') // 1400
 */
export function peopleTyped(typed: string): number | null | 'wrong' {
  const plain = typed.trim()
  if (plain === '') return null
  const thousands = /^\d{1,3}(?:[ .,]\d{3})+$/.test(plain) ? plain.replaceAll(/[ .,]/g, '') : plain
  return /^\d{1,8}$/.test(thousands) ? Number(thousands) : 'wrong'
}
