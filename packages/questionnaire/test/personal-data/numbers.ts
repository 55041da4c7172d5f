import fc from 'fast-check'

/** Nine digits of the range 9999, which is kept for tests, of which the last makes the eleven-test come out. */
export const citizenNumber: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 9999 })
  .map((middle) => `9999${String(middle).padStart(4, '0')}`)
  .map((first) => ({
    first,
    rest: Array.from(first).reduce((sum, digit, place) => sum + Number(digit) * (9 - place), 0) % 11,
  }))
  // The last digit counts minus once, so it is the remainder; a remainder of ten has no digit.
  .filter(({ rest }) => rest < 10)
  .map(({ first, rest }) => `${first}${rest}`)

/** The ways in which the nine digits are parted, and what stands between. */
export const parted: (number: string) => fc.Arbitrary<string> = (number) =>
  fc
    .tuple(
      fc.constantFrom([9], [3, 3, 3], [4, 2, 3], [4, 5], [2, 3, 4], Array(9).fill(1)),
      fc.constantFrom(' ', '.', '-', ' - ', '\u00a0', '\u2013'),
    )
    .map(([sizes, between]) => {
      let at = 0
      return (sizes as readonly number[]).map((size) => number.slice(at, (at += size))).join(between)
    })

/** An account of a bank that does not exist. */
export const iban: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('TEST', 'FICT', 'DEMO'), fc.integer({ min: 0, max: 9_999_999_999 }))
  .map(([bank, account]) => `${bank}${String(account).padStart(10, '0')}`)
  .map((rest) => `NL${String(98n - remainder(`${rest}NL00`)).padStart(2, '0')}${rest}`)

function remainder(signs: string): bigint {
  return (
    BigInt(
      Array.from(signs)
        .map((sign) => String(Number.parseInt(sign, 36)))
        .join(''),
    ) % 97n
  )
}

/** Words of letters and signs of sentences around a number. */
export const around: fc.Arbitrary<string> = fc.constantFrom(
  '',
  'Mijn nummer is ',
  'ik (',
  'Hallo, ',
  'الرقم ',
  'x: ',
  '\n',
)
