import { textHash } from '@klankbord/model'

/**
 * The Content-Security-Policy source that allows one inline element with this text.
 *
 * @example styleSource('a{}') // "'sha256-…'"
 */
export function styleSource(text: string): string {
  const bytes = textHash(text).match(/../g) ?? []
  return `'sha256-${btoa(String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16))))}'`
}
