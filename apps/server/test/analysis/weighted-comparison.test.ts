import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { waveComparison, type WaveComparison } from '../../src/analysis/wave-comparison.ts'
import { startServer, type StartedServer } from '../started-server.ts'
import { people, townWave } from './town-wave.ts'

let server: StartedServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.end())

const [EAST, WEST] = [1, 2]
const [AGREE, HALF, DISAGREE] = [1, 2, 3]

/** Many who agree answered in the east, few in the west: as they answered, the east gives the higher grades. */
const LOPSIDED = [
  ...people(40, { part: EAST, heard: AGREE, grade: 9 }),
  ...people(40, { part: EAST, heard: AGREE, grade: 8 }),
  ...people(20, { part: EAST, heard: DISAGREE, grade: 2 }),
  ...people(20, { part: EAST, heard: DISAGREE, grade: 1 }),
  ...people(10, { part: WEST, heard: AGREE, grade: 9 }),
  ...people(10, { part: WEST, heard: AGREE, grade: 10 }),
  ...people(50, { part: WEST, heard: DISAGREE, grade: 5 }),
  ...people(50, { part: WEST, heard: DISAGREE, grade: 4 }),
]

const agreeing = (share: number) => ({
  margins: [
    {
      variable: 'heard',
      categories: [
        { code: AGREE, share },
        { code: DISAGREE, share: 1 - share },
      ],
    },
  ],
})

const firstOf = ({ rows }: WaveComparison) => {
  const [group] = rows[0]?.groups ?? []
  if (group === undefined) throw new Error('no group')
  return group
}

/** The weighted mean of a part of the town, and the weighted squares around it, by hand. */
function byHand(
  part: number,
  share: number,
): { readonly mean: number; readonly squares: number; readonly all: number } {
  const own = LOPSIDED.filter((one) => one['part'] === part).map(({ heard, grade }) => {
    const ofAll = LOPSIDED.filter((one) => one['heard'] === heard).length / LOPSIDED.length
    return { grade: Number(grade), weight: (heard === AGREE ? share : 1 - share) / ofAll }
  })
  const all = own.reduce((sum, { weight }) => sum + weight, 0)
  const mean = own.reduce((sum, { grade, weight }) => sum + grade * weight, 0) / all
  return { mean, squares: own.reduce((sum, { grade, weight }) => sum + weight * (grade - mean) ** 2, 0), all }
}

/** Pairs of the west and the east in which the west agrees more minus those in which less, each pair by its weights. */
function deltaByHand(answers: ReturnType<typeof people>): number {
  const weightOf = (over: unknown): number =>
    (over === 1 ? 0.6 : 0.4) / (answers.filter((one) => one['over'] === over).length / answers.length)
  let [sum, all] = [0, 0]
  for (const west of answers.filter(({ part }) => part === WEST))
    for (const east of answers.filter(({ part }) => part === EAST)) {
      const weight = weightOf(west['over']) * weightOf(east['over'])
      all += weight
      // The lowest code is the best answer.
      sum += weight * Math.sign(Number(east['heard']) - Number(west['heard']))
    }
  return sum / all
}

describe('a researcher who weights by another question than the one that splits', () => {
  it('reads the direction of the weighted means, and their distance in weighted deviations', async () => {
    const wave = await townWave(server.context, 'gewogen', LOPSIDED)
    const order = { question: 'grade', by: 'part' }
    const plain = firstOf(await waveComparison(server.context, wave, order))
    expect(plain).toMatchObject({ verdict: 'higher', test: 'welch' })
    const weighted = firstOf(await waveComparison(server.context, wave, { ...order, targets: agreeing(0.1) }))
    const [east, west] = [byHand(EAST, 0.1), byHand(WEST, 0.1)]
    expect(weighted.estimate).toBeCloseTo(east.mean, 9)
    expect(weighted.others).toBeCloseTo(west.mean, 9)
    expect(weighted.difference).toBeCloseTo(east.mean - west.mean, 9)
    expect(east.mean).toBeLessThan(west.mean)
    const n = LOPSIDED.length
    const deviation = Math.sqrt(((east.squares + west.squares) / (east.all + west.all)) * (n / (n - 2)))
    // What the exact factor takes off is about 3 / (4·df − 1) (Hedges 1981).
    const g = ((east.mean - west.mean) / deviation) * (1 - 3 / (4 * (n - 2) - 1))
    expect(weighted.effect).toMatchObject({ name: 'hedgesG' })
    expect(weighted.effect.value).toBeCloseTo(g, 5)
    expect(weighted).toMatchObject({ test: 'differenceOfMeans', verdict: 'lower' })
  })

  it('reads the same of weights that are all alike as without weights', async () => {
    const wave = await townWave(server.context, 'gelijk', LOPSIDED)
    const order = { question: 'grade', by: 'part' }
    const share = LOPSIDED.filter((one) => one['heard'] === AGREE).length / LOPSIDED.length
    const plain = firstOf(await waveComparison(server.context, wave, order))
    const weighted = firstOf(await waveComparison(server.context, wave, { ...order, targets: agreeing(share) }))
    expect(weighted.effect.value).toBeCloseTo(Number(plain.effect.value), 9)
    expect(weighted.difference).toBeCloseTo(Number(plain.difference), 9)
  })
  it('reads of answers in order which way the weighted answers go, and tests just that', async () => {
    // As many on both sides, but in the east most choose one answer and in the west the two ends: no way, only another shape.
    const shapes = [
      ...people(40, { part: EAST, heard: HALF, over: 1 }),
      ...people(10, { part: EAST, heard: AGREE, over: 1 }),
      ...people(10, { part: EAST, heard: DISAGREE, over: 2 }),
      ...people(31, { part: WEST, heard: AGREE, over: 1 }),
      ...people(29, { part: WEST, heard: DISAGREE, over: 2 }),
    ]
    const wave = await townWave(server.context, 'vormen', shapes)
    const targets = {
      margins: [
        {
          variable: 'over',
          categories: [
            { code: 1, share: 0.6 },
            { code: 2, share: 0.4 },
          ],
        },
      ],
    }
    const order = { question: 'heard', by: 'part', leastDifference: 0, targets }
    const found = firstOf(await waveComparison(server.context, wave, order))
    expect(found).toMatchObject({ test: 'meanRanks', verdict: 'noClearDifference' })
    const answers = [...shapes, ...people(60, { part: WEST, heard: AGREE, over: 1 })]
    const clear = await townWave(server.context, 'ordening', answers)
    const west = (await waveComparison(server.context, clear, order)).rows[0]?.groups[1]
    expect(west).toMatchObject({ verdict: 'higher' })
    expect(west?.difference).toBeCloseTo(deltaByHand(answers), 9)
  })

  it('needs thirty people who weigh anything, not thirty who answered', async () => {
    const wave = await townWave(server.context, 'gewichtloos', [
      ...people(12, { part: EAST, heard: AGREE, grade: 9, over: 1 }),
      ...people(12, { part: EAST, heard: DISAGREE, grade: 8, over: 1 }),
      ...people(40, { part: EAST, heard: AGREE, grade: 9 }),
      ...people(40, { part: WEST, heard: DISAGREE, grade: 2, over: 1 }),
      ...people(40, { part: WEST, heard: AGREE, grade: 1, over: 2 }),
    ])
    const targets = {
      margins: [
        {
          variable: 'over',
          categories: [
            { code: 1, share: 0.6 },
            { code: 2, share: 0.4 },
          ],
        },
      ],
    }
    const orders = [{ question: 'heard', share: 'positive' }, { question: 'heard' }, { question: 'grade' }] as const
    for (const order of orders) {
      const found = firstOf(await waveComparison(server.context, wave, { ...order, by: 'part', targets }))
      expect(found).toMatchObject({ n: 24, nOthers: 80, verdict: 'tooFewToSay' })
    }
  })
})
