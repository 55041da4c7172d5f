/** A picture as the server gives it out: one step below its folder on any system, with a name that says what the file is. */
export const PICTURE: RegExp = /^[a-z0-9][a-z0-9._-]{0,99}\.(?:png|jpg|webp|svg)$/

/** Where its folder stands in addresses. */
const FOLDER = '/pictures/'

/** The name of the file at an address in a definition; null where that is no address of a picture here. */
export function pictureName(address: string): string | null {
  return address.startsWith(FOLDER) ? address.slice(FOLDER.length) : null
}
