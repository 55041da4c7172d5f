import { computed } from '@klankbord/model'
import type { Interval } from '@klankbord/statistics'
import type { Study } from '@klankbord/storage'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waveComparison } from '../../src/analysis/wave-comparison.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { answeredRound, aStudy, people, type Given } from './answered-round.ts'

let server: StartedServer
let study: Study

beforeAll(async () => {
  server = await startServer()
  study = await aStudy(server.context)
})
afterAll(() => server.end())

const choices = (...texts: readonly string[]) => texts.map((text, at) => ({ value: at + 1, text }))
const DEFINITION = {
  title: 'Hulp',
  locale: 'nl',
  pages: [
    {
      name: 'een',
      elements: [
        { type: 'radiogroup', name: 'part', title: 'Waar woont u?', choices: choices('Oost', 'West') },
        {
          type: 'radiogroup',
          name: 'quick',
          title: 'Kwam de hulp snel?',
          choices: [
            { value: 1, text: 'Ja', tone: 'positive' },
            { value: 2, text: 'Nee', tone: 'negative' },
          ],
        },
        {
          type: 'radiogroup',
          name: 'heard',
          title: 'Er wordt naar mij geluisterd.',
          scale: 'agreement',
          choices: choices('Oneens', 'Half', 'Eens'),
        },
        { type: 'rating', name: 'grade', title: 'Welk cijfer?', rateMin: 1, rateMax: 10 },
      ],
    },
  ],
}

/** A little more often quick, heard and content in the east. */
const GIVEN: readonly Given[] = [
  ...people(22, { part: 1, quick: 1, grade: 8, heard: 3 }),
  ...people(18, { part: 1, quick: 2, grade: 6, heard: 1 }),
  ...people(16, { part: 2, quick: 1, grade: 8, heard: 3 }),
  ...people(24, { part: 2, quick: 2, grade: 6, heard: 1 }),
]

const held = (size: number) =>
  answeredRound(server.context, study, DEFINITION, GIVEN, {
    frame: {
      population: 2 * size,
      invited: 2 * size,
      source: { nl: 'De lijst' },
      strata: { part: { '1': size, '2': size } },
    },
  })

const ORDERS = [
  { question: 'quick', share: 'positive' },
  { question: 'grade', leastDifference: 0.1 },
  { question: 'heard', leastDifference: 0.1 },
] as const

describe('a researcher who compares groups of a list', () => {
  it('reads of a list of which everybody answered that what differs, differs', async () => {
    const wave = await held(40)
    for (const order of ORDERS) {
      const { rows } = await waveComparison(server.context, wave, { ...order, by: 'part' })
      expect(rows[0]?.groups.map(({ p, verdict }) => [p, verdict])).toEqual([
        [0, 'higher'],
        [0, 'lower'],
      ])
      const [east] = rows[0]?.groups ?? []
      if (order.question === 'heard') continue
      expect(east?.interval).toEqual({ low: east?.difference, high: east?.difference })
    }
  })

  it('reads of a list of which few answered that chance may have made it', async () => {
    const wave = await held(4000)
    for (const order of ORDERS) {
      const { rows } = await waveComparison(server.context, wave, { ...order, by: 'part' })
      const [east] = rows[0]?.groups ?? []
      expect(east).toMatchObject({ verdict: 'noClearDifference' })
      expect(Number(east?.p)).toBeGreaterThan(0.15)
    }
  })

  it('never reads of a difference whose interval says that there may be none, however many answered', async () => {
    const found: [string, boolean][] = []
    for (const size of [40, 41, 42, 43, 45, 48, 55, 80]) {
      const wave = await held(size)
      for (const order of ORDERS) {
        const { rows } = await waveComparison(server.context, wave, { ...order, by: 'part' })
        for (const { verdict, interval } of rows[0]?.groups ?? [])
          if (computed<Interval>(interval)) found.push([verdict, interval.low <= 0 && interval.high >= 0])
      }
    }
    const called = found.filter(([verdict]) => verdict === 'higher' || verdict === 'lower')
    expect(called.map(([, holdsZero]) => holdsZero)).toEqual(called.map(() => false))
    expect(new Set(found.map(([verdict]) => verdict))).toEqual(new Set(['higher', 'lower', 'noClearDifference']))
  })
})
