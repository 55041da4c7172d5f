import { gzipSync } from 'node:zlib'

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
 * Compressed, the padding stands in the header of the gzip format, in a field that every decoder skips (RFC 1952,
 * "extra field"). Uncompressed it is white space at the end, which HTML and JSON do not mind.
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
    const content = withExtraField(gzipSync(text), step)
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

const HEADER = 10
const FLAGS = 3
const HAS_EXTRA_FIELD = 0b100
/** The length of the whole field, then two letters that say what it is and the length of what follows. */
const FIELD_HEAD = 6

function withExtraField(packed: Buffer, step: number): Buffer {
  const head = Buffer.from(packed.subarray(0, HEADER))
  head[FLAGS] = (head[FLAGS] ?? 0) | HAS_EXTRA_FIELD
  const filling = missing(packed.length + FIELD_HEAD, step)
  const field = Buffer.alloc(FIELD_HEAD + filling)
  field.writeUInt16LE(4 + filling, 0)
  field.write('KB', 2, 'latin1')
  field.writeUInt16LE(filling, 4)
  return Buffer.concat([head, field, packed.subarray(HEADER)])
}

/** How many bytes are missing to the next step. */
function missing(length: number, step: number): number {
  return (step - (length % step)) % step
}
