/** A file as it comes: a readable stream of Node, any other sequence of pieces, or the whole text. */
export type CsvSource = AsyncIterable<string | Uint8Array> | string

/** The characters that are looked at together when the whole text is given. */
const PIECE = 65_536

/**
 * The text of a file, piece by piece, without its byte order mark.
 *
 * @throws NotUtf8
 */
export async function* csvText(source: CsvSource): AsyncGenerator<string> {
  let first = true
  for await (const text of typeof source === 'string' ? piecesOf(source) : decoded(source)) {
    if (text === '') continue
    yield first ? text.replace(/^\uFEFF/, '') : text
    first = false
  }
}

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE)
}

/** The bytes of a source are not UTF-8. Met and turned into a finding by the reader. */
export class NotUtf8 extends Error {}

async function* decoded(source: AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const decode = (piece?: Uint8Array): string => {
    try {
      return decoder.decode(piece, { stream: piece !== undefined })
    } catch (cause) {
      throw new NotUtf8('not UTF-8', { cause })
    }
  }
  for await (const piece of source) yield typeof piece === 'string' ? piece : decode(piece)
  yield decode()
}
