/** The first twelve digits of a hash in groups of four, to be read out and compared. @example checkNumber('7c1e94b052fdaa') // '7c1e-94b0-52fd' */
export function checkNumber(hash: string): string {
  return (hash.slice(0, 12).match(/.{1,4}/g) ?? []).join('-')
}
