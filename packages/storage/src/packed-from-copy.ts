import { problem, type PackedRows } from '@klankbord/model'

/** Codes and numbers that a row must have. */
export interface PackedShape {
  readonly slots: number
  readonly numbers: number
}

/** Rows of one statement, and the id of the last: where the next begins. */
export interface CopiedRows {
  readonly rows: PackedRows
  readonly lastId: string | null
}

/** Signature and flags; behind them the length of an extension. */
const EXTENSION_AT = 15
const END_BYTES = 2
const ID_BYTES = 16
/** Number of fields, and the id with its length. */
const CODES_AT = 2 + 4 + ID_BYTES
/** Of a field with an array: its length, number of dimensions, whether there are nulls, type; of its dimension length and first index. */
const [EMPTY_ARRAY_BYTES, ARRAY_BYTES] = [16, 24]

/**
 * Reads rows of an id, an array of int16 and an array of float64 as `copy … to stdout (format binary)` writes them
 * (PostgreSQL's documentation of COPY, "Binary Format"; an array as `array_send` has it). All rows are equally long.
 *
 * @throws Problem `packedAnswersMismatch` for a row that has not as many codes and numbers as it should
 */
export function packedFromCopy(copied: Buffer, shape: PackedShape): CopiedRows {
  const numbersAt = CODES_AT + fieldBytes(shape.slots, 2)
  const rowBytes = numbersAt + fieldBytes(shape.numbers, 8)
  const first = EXTENSION_AT + 4 + copied.readInt32BE(EXTENSION_AT)
  const rows = (copied.length - first - END_BYTES) / rowBytes
  if (!Number.isInteger(rows)) throw otherShape(shape)
  const codes = new Int16Array(rows * shape.slots)
  const numbers = new Float64Array(rows * shape.numbers)
  for (let row = 0; row < rows; row += 1) {
    const start = first + row * rowBytes
    requireArray(copied, start + CODES_AT, shape.slots, shape)
    requireArray(copied, start + numbersAt, shape.numbers, shape)
    for (let slot = 0; slot < shape.slots; slot += 1)
      codes[row * shape.slots + slot] = copied.readInt16BE(start + CODES_AT + ARRAY_BYTES + 4 + slot * 6)
    for (let at = 0; at < shape.numbers; at += 1)
      numbers[row * shape.numbers + at] = copied.readDoubleBE(start + numbersAt + ARRAY_BYTES + 4 + at * 12)
  }
  const idAt = first + (rows - 1) * rowBytes + CODES_AT - ID_BYTES
  return { rows: { rows, codes, numbers }, lastId: rows === 0 ? null : uuidOf(copied.subarray(idAt, idAt + ID_BYTES)) }
}

/** Each element has its length before it. */
function fieldBytes(elements: number, elementBytes: number): number {
  return elements === 0 ? EMPTY_ARRAY_BYTES : ARRAY_BYTES + elements * (4 + elementBytes)
}

/** @throws Problem `packedAnswersMismatch` */
function requireArray(copied: Buffer, at: number, elements: number, shape: PackedShape): void {
  const dimensions = copied.readInt32BE(at + 4)
  const found = dimensions === 0 ? 0 : copied.readInt32BE(at + 16)
  if (found !== elements) throw otherShape(shape)
}

function otherShape({ slots, numbers }: PackedShape): Error {
  return problem('packedAnswersMismatch', { expected: `${slots} codes and ${numbers} numbers`, found: 'another row' })
}

function uuidOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
