import type { QrPicture } from '@klankbord/pages'
import { encode } from 'uqr'

/** The quiet edge around a picture, in squares, without which a camera does not find it. */
const EDGE = 4

/** A text as a picture that the camera of a telephone reads, also when a corner is smudged. */
export function qrPicture(text: string): QrPicture {
  const { data, size } = encode(text, { border: EDGE, ecc: 'M' })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}
