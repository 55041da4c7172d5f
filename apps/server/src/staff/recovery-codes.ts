import { newAccessCode, readAccessCode, shownAccessCode } from '../access/access-code.ts'
import type { Randomness } from '../randomness.ts'

const AT_ONCE = 10

/** Fresh recovery codes as they are printed, in signs that nobody takes for one another. @example 'K7M-D93-XWPN' */
export function newRecoveryCodes(randomness: Randomness): string[] {
  return Array.from({ length: AT_ONCE }, () => shownAccessCode(newAccessCode(randomness)))
}

/**
 * A recovery code as it was typed, as it was printed: small letters, spaces and hyphens make no difference. What cannot be
 * one of ours stays as it is: codes made before had other signs.
 *
 * @example typedRecoveryCode('k7m d93 xwpn') // 'K7M-D93-XWPN'
 */
export function typedRecoveryCode(typed: string): string {
  const read = readAccessCode(typed)
  return 'code' in read ? shownAccessCode(read.code) : typed
}
