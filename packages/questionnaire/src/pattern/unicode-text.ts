const PLANE = 0x1_00_00
const CHUNK = 0x10_00
const SURROGATES = [0xd8_00, 0xdf_ff] as const

/** The characters of some planes of Unicode in order, a text that a regular expression can be run over. */
export function unicodeText(planes: readonly number[]): string {
  return planes.map(planeText).join('')
}

function planeText(plane: number): string {
  const chunks: string[] = []
  for (let from = plane * PLANE; from < (plane + 1) * PLANE; from += CHUNK)
    chunks.push(String.fromCodePoint(...codePointsFrom(from)))
  return chunks.join('')
}

/** Halves of a pair are no characters, and beside each other they would make one. */
const codePointsFrom = (from: number): readonly number[] =>
  Array.from({ length: CHUNK }, (_, index) => from + index).filter(
    (code) => code < SURROGATES[0] || code > SURROGATES[1],
  )
