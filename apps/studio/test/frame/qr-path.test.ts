import { expect, it } from 'vitest'
import { qrPath } from '../../src/frame/qr-path.ts'

const URI = 'otpauth://totp/Klankbord:ans?secret=ABCDEFGHIJ&issuer=Klankbord'

it('draws a picture with the three corners that cameras look for, and a quiet edge of four squares', () => {
  const { size, path } = qrPath(URI)
  const dark = new Set(path.match(/M\d+ \d+/g))
  expect([size % 4, (size - 8) % 4]).toEqual([(17 + 8) % 4, 17 % 4])
  for (const [x, y] of [
    [4, 4],
    [size - 11, 4],
    [4, size - 11],
  ] as const) {
    for (let at = 0; at < 7; at += 1) expect(dark.has(`M${x + at} ${y}`)).toBe(true)
  }
  expect([...dark].filter((square) => /M[0-3] |M\d+ [0-3]$/.test(square))).toEqual([])
})
