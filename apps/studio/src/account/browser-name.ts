/** Names in what browsers say of themselves; those that also say another one's name come first. */
const BROWSERS: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdg(?:e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
]
const SYSTEMS: readonly (readonly [string, RegExp])[] = [
  ['Android', /Android/],
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
]

/** What a browser says of itself, as people know it, or null. @example browserName('… Firefox/130.0') // 'Firefox' */
export function browserName(said: string): string | null {
  const names = [BROWSERS, SYSTEMS].flatMap((known) => known.find(([, mark]) => mark.test(said))?.[0] ?? [])
  return names.length === 0 ? null : names.join(', ')
}
