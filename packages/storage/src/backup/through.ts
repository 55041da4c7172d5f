import { Readable, type Duplex } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** What comes out of a stream that packs or unpacks. An error before it or in it comes out here, once. */
export async function* through(source: AsyncIterable<Uint8Array>, stream: Duplex): AsyncGenerator<Uint8Array> {
  const piped = pipeline(Readable.from(source, { objectMode: false }), stream)
  // The same error comes out of the stream itself.
  piped.catch(() => undefined)
  try {
    yield* stream as AsyncIterable<Uint8Array>
    await piped
  } finally {
    stream.destroy()
  }
}
