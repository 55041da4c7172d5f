import { isProblem } from '@klankbord/model'
import type { AccessCodeState } from '@klankbord/storage'
import { seededRandom } from '@klankbord/testing'
import { describe, expect, it } from 'vitest'
import { newAccessCode, readAccessCode } from '../../src/access/access-code.ts'
import { codeLimits, type CodeLimits } from '../../src/access/code-limits.ts'
import { visitorMarks } from '../../src/access/visitor-marks.ts'
import type { Clock } from '../../src/clock.ts'

const START = Date.parse('2026-11-22T10:05:00Z')
const HOUR = 3_600_000

/** A clock that is put forward by hand. */
function handClock(): Clock & { forward(milliseconds: number): void } {
  let now = START
  return {
    now: () => new Date(now),
    forward: (milliseconds) => {
      now += milliseconds
    },
  }
}

const random = seededRandom(5)
const randomness = { bytes: (count: number) => Uint8Array.from({ length: count }, () => random.integer(0, 255)) }

/** A try of one visitor, answered after everybody had a turn; null where the limit sent them away. */
async function attempt(
  limits: CodeLimits,
  visitor: string,
  codeHash: string,
  state: AccessCodeState,
): Promise<AccessCodeState | null> {
  try {
    return await limits.attempt({ visitor, waveId: 'wave', codeHash }, async () => {
      await Promise.resolve()
      return { state, result: state }
    })
  } catch (error) {
    if (!isProblem(error, 'tooManyRequests')) throw error
    return null
  }
}

/** Tries unknown codes from as many addresses as there are for one hour, until each is sent away. @returns how many were looked up */
async function guessForAnHour(limits: CodeLimits, hour: number, addresses: number): Promise<number> {
  let looked = 0
  let left = Array.from({ length: addresses }, (_, address) => `${hour}/${address}`)
  for (let round = 0; left.length > 0; round += 1) {
    const still: string[] = []
    // All addresses at once, each with two tries under way: worse than one after the other.
    await Promise.all(
      left.map(async (visitor) => {
        const both = ['x', 'y'].map((one) => attempt(limits, visitor, `${visitor} ${round} ${one}`, 'unknown'))
        const found = (await Promise.all(both)).filter((state) => state !== null).length
        looked += found
        if (found > 0) still.push(visitor)
      }),
    )
    left = still
  }
  return looked
}

/** Someone's code as it was typed: with a wrong sign where they slip. */
function typed(code: string, slips: boolean): string {
  if (!slips) return code.toLowerCase()
  const place = random.integer(0, 9)
  return code.slice(0, place) + (code[place] === 'A' ? 'C' : 'A') + code.slice(place + 1)
}

describe('forty people at once behind the address of one shelter', () => {
  it.each([
    ['on a calm day', 0],
    ['while somebody guesses from a thousand addresses', 1000],
  ])('all get in, each after three mistakes, %s', async (_, attackers) => {
    const limits = codeLimits(handClock())
    await guessForAnHour(limits, 0, attackers)
    const people = Array.from({ length: 40 }, () => newAccessCode(randomness))
    const passed = await Promise.all(
      people.map(async (code) => {
        for (let mistake = 0; mistake < 3; mistake += 1) {
          expect(readAccessCode(typed(code, true))).toEqual({ slip: { kind: 'checkSign' } })
          limits.slip('the shelter')
        }
        return attempt(limits, 'the shelter', code, 'unused')
      }),
    )
    expect(passed).toEqual(people.map(() => 'unused'))
    // Some come again with their code, and are told so.
    const again = await Promise.all(people.map((code) => attempt(limits, 'the shelter', code, 'used')))
    expect(again).toEqual(people.map(() => 'used'))
  })
})

describe('somebody who guesses codes', () => {
  const CODES = 10_000
  const POSSIBLE = 23 ** 9
  const DAYS = 30
  /** Codes that are looked up in thirty days, all hours after each other. */
  const lookedUp = async (addresses: number, hours: number): Promise<number> => {
    const clock = handClock()
    const limits = codeLimits(clock)
    const perHour: number[] = []
    for (let hour = 0; hour < hours; hour += 1) {
      perHour.push(await guessForAnHour(limits, hour, addresses))
      clock.forward(HOUR)
    }
    // Nothing goes along from one hour to the next, so a month is as many hours like the first.
    expect(new Set(perHour).size).toBe(1)
    return (perHour[0] ?? 0) * 24 * DAYS
  }

  it('from one address finds nothing in a month', async () => {
    const looked = await lookedUp(1, 24 * DAYS)
    expect(looked).toBe(14_400)
    expect((looked * CODES) / POSSIBLE).toBeLessThan(1e-4)
  })

  it('from a thousand addresses has less than one chance in a hundred in a month', async () => {
    const looked = await lookedUp(1000, 24)
    // 200 at ease, then three per address until 2,000, then nothing; what was under way comes on top.
    expect(looked).toBeLessThan(2_200 * 24 * DAYS)
    expect((looked * CODES) / POSSIBLE).toBeLessThan(0.01)
  })

  it('finds nothing with ten million codes, if ever so many were let through', () => {
    expect((10_000_000 * CODES) / POSSIBLE).toBeLessThan(0.06)
  })

  it.each([2, 4])(
    'gets as many times the tries as there are server processes, which is nothing still: %d',
    async (n) => {
      const processes = Array.from({ length: n }, () => codeLimits(handClock()))
      const perHour = await Promise.all(processes.map((limits) => guessForAnHour(limits, 0, 1000)))
      const looked = perHour.reduce((sum, one) => sum + one, 0)
      expect(looked).toBeLessThan(n * 2_200)
      // A month of it, from a thousand addresses.
      expect((looked * 24 * DAYS * CODES) / POSSIBLE).toBeLessThan(n * 0.01)
      // Ten million tries take them this many days.
      expect(10_000_000 / (looked * 24)).toBeGreaterThan(180 / n)
    },
  )

  it('keeps nobody at a shelter out of any of several processes', async () => {
    const processes = [codeLimits(handClock()), codeLimits(handClock())]
    for (const limits of processes) await guessForAnHour(limits, 0, 1000)
    const people = Array.from({ length: 40 }, (_, person) => `their code ${person}`)
    const passed = people.map((code, person) =>
      attempt(processes[person % 2] ?? codeLimits(handClock()), 'the shelter', code, 'unused'),
    )
    expect(await Promise.all(passed)).toEqual(people.map(() => 'unused'))
  })

  it('is sent away until the hour is over, and only there', async () => {
    const clock = handClock()
    const limits = codeLimits(clock)
    for (let n = 0; n < 20; n += 1) expect(await attempt(limits, 'one', `guess ${n}`, 'unknown')).toBe('unknown')
    const look = async (): Promise<never> => {
      throw new Error('looked up')
    }
    await expect(limits.attempt({ visitor: 'one', waveId: 'wave', codeHash: 'x' }, look)).rejects.toMatchObject({
      code: 'tooManyRequests',
      details: { seconds: 55 * 60 },
    })
    expect(await attempt(limits, 'another', 'their code', 'unused')).toBe('unused')
    clock.forward(55 * 60_000)
    expect(await attempt(limits, 'one', 'their code', 'unused')).toBe('unused')
  })

  it('gains nothing by trying a hundred at the same moment', async () => {
    const limits = codeLimits(handClock())
    const all = Array.from({ length: 100 }, (_, n) => attempt(limits, 'one', `guess ${n}`, 'unknown'))
    expect((await Promise.all(all)).filter((state) => state !== null)).toHaveLength(20)
  })

  it('may not hold one code up to us without end, nor slip without end', async () => {
    const limits = codeLimits(handClock())
    const looks = await Promise.all(
      Array.from({ length: 70 }, (_, n) => attempt(limits, `visitor ${n}`, 'the same', 'used')),
    )
    expect(looks.filter((state) => state === null)).toHaveLength(10)
    for (let n = 0; n < 1000; n += 1) limits.slip('one')
    expect(() => limits.slip('one')).toThrow(/too many requests/)
    expect(await attempt(limits, 'one', 'code', 'unused')).toBeNull()
  })

  it('costs nobody a try when the database goes away', async () => {
    const limits = codeLimits(handClock())
    const away = async (): Promise<never> => {
      throw new Error('away')
    }
    for (let n = 0; n < 30; n += 1)
      await expect(limits.attempt({ visitor: 'one', waveId: 'wave', codeHash: `${n}` }, away)).rejects.toThrow('away')
    expect(await attempt(limits, 'one', 'code', 'unused')).toBe('unused')
  })
})

describe('what is remembered of an address', () => {
  it('is another mark each hour, and says nothing without the key', () => {
    const clock = handClock()
    const marks = visitorMarks(new Uint8Array(32).fill(1), clock)
    const mark = marks.markOf('192.0.2.7')
    expect(mark).not.toContain('192')
    expect(marks.markOf('192.0.2.7')).toBe(mark)
    expect(marks.markOf('192.0.2.8')).not.toBe(mark)
    expect(visitorMarks(new Uint8Array(32).fill(2), clock).markOf('192.0.2.7')).not.toBe(mark)
    clock.forward(HOUR)
    expect(marks.markOf('192.0.2.7')).not.toBe(mark)
  })

  it('is one mark for all addresses that one customer of a provider has', () => {
    const marks = visitorMarks(new Uint8Array(32).fill(1), handClock())
    expect(marks.markOf('2001:db8:1:2::1')).toBe(marks.markOf('2001:db8:1:2:ffff::9'))
    expect(marks.markOf('2001:db8:2:2::1')).not.toBe(marks.markOf('2001:db8:1:2::1'))
  })
})
