import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonalData, maskCitizenNumbers } from '@klankbord/questionnaire'
import { around, citizenNumber, iban, parted } from './numbers.ts'

const SEED = { seed: 20261122 }
const kindsIn = (text: string): readonly string[] => findPersonalData(text).map(({ kind }) => kind)
const writtenNumber = citizenNumber.chain(parted)
/** Digits and what may stand between them, so that runs of every kind come about. */
const digitSoup = fc.string({ unit: fc.constantFrom(...Array.from('0123456789 .-(+/)abNL@\n٣')), maxLength: 60 })

describe('a citizen service number', () => {
  it('is found to the last digit, however it is parted and whatever stands around it', () => {
    fc.assert(
      fc.property(around, writtenNumber, fc.constantFrom('', '.', ' graag', ')', ', ja'), (before, number, after) => {
        const found = findPersonalData(`${before}${number}${after}`)
        expect(found).toContainEqual({ kind: 'bsn', start: before.length, end: before.length + number.length })
        expect(maskCitizenNumbers(`${before}${number}${after}`)).toBe(`${before}[BSN]${after}`)
      }),
      { ...SEED, numRuns: 1000 },
    )
  })

  it('is none when one digit is another one', () => {
    fc.assert(
      fc.property(citizenNumber, fc.nat(8), fc.integer({ min: 1, max: 9 }), (number, place, more) => {
        const changed = Array.from(number)
          .map((digit, at) => (at === place ? (Number(digit) + more) % 10 : digit))
          .join('')
        expect(maskCitizenNumbers(`Mijn nummer is ${changed}.`)).toBe(`Mijn nummer is ${changed}.`)
      }),
      { ...SEED, numRuns: 1000 },
    )
  })

  it('is not seen inside a longer number', () => {
    fc.assert(
      fc.property(citizenNumber, fc.nat(9), fc.boolean(), (number, digit, before) => {
        const longer = before ? `${digit}${number}` : `${number}${digit}`
        expect(maskCitizenNumbers(longer)).toBe(longer)
      }),
      { ...SEED, numRuns: 500 },
    )
  })
})

describe('an account', () => {
  it('is found in groups of four, in capitals or not', () => {
    fc.assert(
      fc.property(iban, fc.boolean(), fc.boolean(), (number, spaced, small) => {
        const groups = spaced ? (number.match(/.{1,4}/g) ?? []).join(' ') : number
        const written = small ? groups.toLowerCase() : groups
        expect(findPersonalData(`Op ${written}.`)).toContainEqual({ kind: 'iban', start: 3, end: 3 + written.length })
      }),
      { ...SEED, numRuns: 500 },
    )
  })

  it('is none when two of its digits change places', () => {
    fc.assert(
      fc.property(iban, fc.integer({ min: 8, max: 16 }), (number, at) => {
        const swapped = `${number.slice(0, at)}${number[at + 1]}${number[at]}${number.slice(at + 2)}`
        fc.pre(swapped !== number)
        expect(kindsIn(swapped)).not.toContain('iban')
      }),
      { ...SEED, numRuns: 500 },
    )
  })
})

describe('a text that was masked', () => {
  it('has no citizen service number any more, and stays as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(digitSoup, writtenNumber, fc.constant(' bsn ')), { maxLength: 6 }), (pieces) => {
        const masked = maskCitizenNumbers(pieces.join(' '))
        expect(maskCitizenNumbers(masked)).toBe(masked)
        expect(kindsIn(masked)).not.toContain('bsn')
      }),
      { ...SEED, numRuns: 3000 },
    )
  })

  it('is never longer than it was', () => {
    fc.assert(
      fc.property(digitSoup, (text) => {
        expect(maskCitizenNumbers(text).length).toBeLessThanOrEqual(text.length)
      }),
      { ...SEED, numRuns: 1000 },
    )
  })
})

describe('a hostile text of 100,000 characters', () => {
  const pieces = [
    '9',
    '999910000 ',
    '9999 10 000 ',
    '1.',
    '1-2 ',
    '06 ',
    '+',
    '+31 ',
    '00',
    '(0)',
    '@',
    'a@',
    'a@b',
    'a.',
    ' at ',
    '(at)',
    'b punt ',
    'NL',
    'NL69',
    'NL69 ',
    'Aa ',
    'van ',
    'Jan van ',
    'A. ',
    'mevrouw ',
    'mevrouw A. van ',
    'bsn ',
    'bsn',
    '\u200b',
    '1\u200b',
    "a'",
    'a-',
    'É',
    '(',
    '[BSN]',
    ' ',
  ]

  it.each(pieces)('is read in half a second, also when it is nothing but %j', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length)).slice(0, 100_000)
    const milliseconds = quickest(() => findPersonalData(text))
    expect(milliseconds).toBeLessThan(500)
  })
})

/** Of three times: another process may have had the machine. */
function quickest(work: () => unknown): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const started = process.cpuUsage()
      work()
      return process.cpuUsage(started).user / 1000
    }),
  )
}
