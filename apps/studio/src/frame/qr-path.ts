import { encode } from 'uqr'

/** A QR picture as one path, in squares of 1 by 1. */
export interface QrPath {
  /** Squares on each side. */
  readonly size: number
  readonly path: string
}

/** Draws a text as a QR picture with a quiet edge. @example qrPath('otpauth://totp/…').size */
export function qrPath(text: string): QrPath {
  const { data, size } = encode(text, { border: 4 })
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size, path: squares.join('') }
}
