/** A recording as the server gives it out: one step below its folder on any system, in a kind that every phone plays. */
export const RECORDING: RegExp = /^[a-z0-9][a-z0-9._-]{0,99}\.(?:mp3|m4a)$/

/** Where its folder stands in addresses. */
const FOLDER = '/recordings/'

/** The name of the file at an address in a definition; null when no such file is ever given out. */
export function recordingName(address: string): string | null {
  const name = address.startsWith(FOLDER) ? address.slice(FOLDER.length) : ''
  return RECORDING.test(name) ? name : null
}
