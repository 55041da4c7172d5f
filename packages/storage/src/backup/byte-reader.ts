/** Bytes of a stream, as many at a time as somebody asks for. */
export interface ByteReader {
  /** The next bytes, fewer only where the stream ends. */
  take(count: number): Promise<Buffer>
  /** Up to and including the next line feed, or null when there is none within so many bytes. */
  line(longest: number): Promise<string | null>
  atEnd(): Promise<boolean>
}

export function byteReader(source: AsyncIterable<Uint8Array>): ByteReader {
  const pieces = source[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)
  const hold = async (count: number): Promise<void> => {
    const more: Buffer[] = [held]
    let size = held.length
    while (size < count) {
      const next = await pieces.next()
      if (next.done === true) break
      more.push(Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength))
      size += next.value.byteLength
    }
    held = more.length === 1 ? held : Buffer.concat(more, size)
  }
  const take = async (count: number): Promise<Buffer> => {
    await hold(count)
    const taken = held.subarray(0, count)
    held = held.subarray(count)
    return taken
  }
  return {
    take,
    line: async (longest) => {
      await hold(longest)
      const end = held.subarray(0, longest).indexOf('\n')
      return end < 0 ? null : (await take(end + 1)).toString('utf8')
    },
    atEnd: async () => {
      await hold(1)
      return held.length === 0
    },
  }
}
