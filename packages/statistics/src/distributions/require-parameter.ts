import { problem } from '@klankbord/model'

/** @throws Problem `argumentOutOfRange` unless it is a number above 0 */
export function requirePositive(name: string, value: number): number {
  if (!(value > 0)) throw problem('argumentOutOfRange', { name, value, expected: 'above 0' })
  return value
}

/** @throws Problem `argumentOutOfRange` for NaN; it may be infinite */
export function requireNumber(name: string, value: number): number {
  if (Number.isNaN(value)) throw problem('argumentOutOfRange', { name, value, expected: 'a number' })
  return value
}

/** @throws Problem `argumentOutOfRange` unless it is a number from 0 to 1 */
export function requireProbability(value: number): number {
  if (!(value >= 0 && value <= 1)) throw problem('argumentOutOfRange', { name: 'p', value, expected: 'from 0 to 1' })
  return value
}

/** @throws Problem `levelOutOfRange` unless 0 < level < 1 */
export function requireLevel(level: number): number {
  if (!(level > 0 && level < 1)) throw problem('levelOutOfRange', { level })
  return level
}
