const PLANE = 0x1_00_00

/**
 * The code points of some planes of Unicode, in order, of which a property holds. Each is tested alone: that takes a
 * fifth of the time of one run over a text of them all.
 *
 * @param property matches a text of that one character
 */
export function codePointsWith(property: RegExp, planes: readonly number[]): readonly number[] {
  const found: number[] = []
  for (const plane of planes)
    for (let code = plane * PLANE; code < (plane + 1) * PLANE; code += 1)
      if (property.test(String.fromCodePoint(code))) found.push(code)
  return found
}
