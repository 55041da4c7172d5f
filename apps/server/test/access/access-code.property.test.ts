import { seededRandom } from '@klankbord/testing'
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { accessCodeHash, newAccessCode, readAccessCode, shownAccessCode } from '../../src/access/access-code.ts'
import type { Randomness } from '../../src/randomness.ts'

const SIGNS = Array.from('ACDEFGHJKMNPRTUWXY34679')
const RUNS = { seed: 20261122, numRuns: 200 * inject('sampleFactor') }

const randomness = (seed: number): Randomness => {
  const random = seededRandom(seed)
  return { bytes: (count) => Uint8Array.from({ length: count }, () => random.integer(0, 255)) }
}
const codes = fc.integer({ min: 1, max: 2 ** 31 - 1 }).map((seed) => newAccessCode(randomness(seed)))

describe('somebody who types the code of a letter', () => {
  it('is understood with small letters, spaces and dashes, wherever they stand', () => {
    fc.assert(
      fc.property(
        codes,
        fc.array(fc.constantFrom(' ', '-', '–', '\u00a0', '\u200e', ''), { minLength: 11 }),
        (code, gaps) => {
          const typed =
            Array.from(code, (sign, place) => `${gaps[place] ?? ''}${sign.toLowerCase()}`).join('') + gaps[10]
          expect(readAccessCode(typed)).toEqual({ code })
          expect(readAccessCode(shownAccessCode(code))).toEqual({ code })
        },
      ),
      RUNS,
    )
  })

  it('is told of every single wrong sign', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (const place of SIGNS.keys()) {
          if (place >= code.length) break
          for (const sign of SIGNS) {
            if (sign === code[place]) continue
            const slipped = code.slice(0, place) + sign + code.slice(place + 1)
            expect(readAccessCode(slipped)).toEqual({ slip: { kind: 'checkSign' } })
          }
        }
      }),
      RUNS,
    )
  })

  it('is told of any two signs that are swapped, neighbours or not', () => {
    fc.assert(
      fc.property(codes, (code) => {
        for (let one = 0; one < code.length; one += 1) {
          for (let other = one + 1; other < code.length; other += 1) {
            if (code[one] === code[other]) continue
            const signs = Array.from(code)
            ;[signs[one], signs[other]] = [signs[other] ?? '', signs[one] ?? '']
            expect(readAccessCode(signs.join(''))).toEqual({ slip: { kind: 'checkSign' } })
          }
        }
      }),
      RUNS,
    )
  })

  it('is told of a sign too few or too many', () => {
    fc.assert(
      fc.property(codes, fc.nat({ max: 9 }), (code, place) => {
        const [short, long] = [code.slice(0, place) + code.slice(place + 1), code + 'A']
        expect(readAccessCode(short)).toEqual({ slip: { kind: 'wrongLength', given: 9, expected: 10 } })
        expect(readAccessCode(long)).toEqual({ slip: { kind: 'wrongLength', given: 11, expected: 10 } })
      }),
      RUNS,
    )
  })

  it.each(Array.from('0OQ1IL2Z5S8BV?É'))(
    'is told that %s stands in no code, and it is taken for no other sign',
    (look) => {
      const typed = `K7M-D9${look.toLowerCase()}-XWP${look}`
      expect(readAccessCode(typed)).toEqual({ slip: { kind: 'strangeSigns', signs: [look] } })
    },
  )

  it('is told when nothing is there', () => {
    for (const typed of ['', '   ', ' - – ']) expect(readAccessCode(typed)).toEqual({ slip: { kind: 'missing' } })
  })
})

describe('codes that are made', () => {
  it('are all different and use every sign about as often', () => {
    const made = randomness(7)
    const all = Array.from({ length: 5000 }, () => newAccessCode(made))
    expect(new Set(all).size).toBe(5000)
    const counts = SIGNS.map((sign) => all.join('').split(sign).length - 1)
    // 50,000 signs over 23: about 2,174 each, with a deviation of about 46.
    expect(Math.min(...counts)).toBeGreaterThan(1900)
    expect(Math.max(...counts)).toBeLessThan(2450)
  })

  it('are printed in three groups', () => {
    expect(shownAccessCode('K7MD93XWPN')).toBe('K7M-D93-XWPN')
  })
})

describe('what is stored of a code', () => {
  const wave = { studyId: 'study', waveId: 'wave' }
  const key = new Uint8Array(32).fill(1)

  it('is the same each time, and another one under another key or in another wave', () => {
    const hash = accessCodeHash(key, wave, 'K7MD93XWPN')
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(accessCodeHash(key, wave, 'K7MD93XWPN')).toBe(hash)
    expect(accessCodeHash(new Uint8Array(32).fill(2), wave, 'K7MD93XWPN')).not.toBe(hash)
    expect(accessCodeHash(key, { ...wave, waveId: 'other' }, 'K7MD93XWPN')).not.toBe(hash)
  })
})
