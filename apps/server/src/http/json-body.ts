import { isUtf8 } from 'node:buffer'
import { problem } from '@klankbord/model'

/** What takes JSON takes one of these. */
const BEGINNING = /^[ \t\r\n]*[[{]/
const BYTE_ORDER_MARK = 0xfeff

/**
 * Reads bytes as JSON as body-parser does: in UTF-8, with or without a mark that says so; a list or an object; `{}` where
 * there is nothing.
 *
 * @throws Problem `malformedBody`
 * @example jsonFrom(Buffer.from('{"a": 1}')) // { a: 1 }
 */
export function jsonFrom(bytes: Buffer): unknown {
  if (!isUtf8(bytes)) throw malformedJson()
  const read = bytes.toString('utf8')
  const text = read.charCodeAt(0) === BYTE_ORDER_MARK ? read.slice(1) : read
  if (text === '') return {}
  if (!BEGINNING.test(text)) throw malformedJson()
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw malformedJson()
  }
}

/** What anybody is told who sends JSON that is none. */
export function malformedJson(): Error {
  return problem('malformedBody', { expected: 'a JSON object' })
}
