import { constants, crc32, deflateRawSync } from 'node:zlib'

/** A body as it goes over the wire. */
export interface PaddedBody {
  /** As a text where it can be, because Node sends a text along with the headers in one piece. */
  readonly content: Buffer | string
  readonly length: number
  readonly headers: Readonly<Record<string, string>>
}

/** The steps in which the length of an answer goes up: of pages so large that nearly all are as long as one step. */
const STEPS = { data: 1024, page: 12_288 } as const

/**
 * A body of which the length on the wire is a whole number of steps, so that somebody who sees the traffic and can't read
 * it, or who has a log with lengths, learns little of which answer was given from how long the next page is. It is padded
 * after it was compressed: padding that is compressed is none.
 *
 * What fits in one step is not compressed: it would be as long.
 *
 * The padding is white space at the end, which HTML and JSON do not mind. In a compressed body it stands behind the rest in a
 * block that the format leaves as it is (RFC 1951, "stored"): every decoder reads it, and whoever draws a page while it
 * comes in does not wait for it.
 *
 * Compression beside secrets gives them away only where somebody else can make the same answer hold texts of their choice.
 * The secrets of these pages (id of a draft, codes) come from the form that was sent and from no cookie, so no other site
 * can ask for a page that holds them.
 *
 * @param accepted the Accept-Encoding of the request
 * @example paddedBody('{}', undefined, 'data').length // 1024
 */
export function paddedBody(text: string, accepted: string | undefined, kind: keyof typeof STEPS): PaddedBody {
  const step = STEPS[kind]
  const length = Buffer.byteLength(text)
  if (length > step && acceptsGzip(accepted)) {
    const content = packed(text, step)
    return { content, length: content.length, headers: PACKED }
  }
  const filling = missing(length, step)
  return { content: text + ' '.repeat(filling), length: length + filling, headers: UNCHANGED }
}

/** Whoever stands between must not compress it again. */
const UNCHANGED = { Vary: 'Accept-Encoding', 'Cache-Control': 'no-store, no-transform' }
const PACKED = { ...UNCHANGED, 'Content-Encoding': 'gzip' }

function acceptsGzip(accepted = ''): boolean {
  const gzip = accepted.split(',').find((coding) => /^\s*(?:gzip|\*)\s*(?:;|$)/i.test(coding))
  return gzip !== undefined && !/;\s*q=0(?:\.0*)?\s*$/i.test(gzip)
}

/** What a gzip file begins with (RFC 1952): deflate, no name, no time, no system. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])
/** A block says that it is the last and stored; then its length, and the same length turned inside out. */
const BLOCK_HEAD = 5
/** The checksum and the length of what was packed. */
const TAIL = 8

function packed(text: string, step: number): Buffer {
  // Ends at a whole byte, with more to come.
  const content = deflateRawSync(text, { finishFlush: constants.Z_SYNC_FLUSH })
  const filling = missing(HEADER.length + content.length + BLOCK_HEAD + TAIL, step)
  const spaces = ' '.repeat(filling)
  const head = Buffer.from([1, 0, 0, 0, 0])
  head.writeUInt16LE(filling, 1)
  head.writeUInt16LE(0xffff - filling, 3)
  const tail = Buffer.alloc(TAIL)
  tail.writeUInt32LE(crc32(spaces, crc32(text)), 0)
  tail.writeUInt32LE(Buffer.byteLength(text) + filling, 4)
  return Buffer.concat([HEADER, content, head, Buffer.from(spaces, 'latin1'), tail])
}

/** How many bytes are missing to the next step. */
function missing(length: number, step: number): number {
  return (step - (length % step)) % step
}
