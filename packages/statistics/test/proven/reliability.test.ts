import { describe, expect, it } from 'vitest'
import { computed } from '@klankbord/model'
import { measurements, reliability, type Interval } from '@klankbord/statistics'
import { normalFrom, uniformFrom } from './random.ts'
import { tell } from './tell.ts'

const RUNS = process.env['KLANKBORD_TIER'] === 'full' ? 10_000 : 400
const [PEOPLE, ITEMS, NOISE] = [60, 4, 1.2]

/** Of items that are one thing and as much noise each: k·r/(1 + (k − 1)·r) with r their correlation. */
const CORRELATION = 1 / (1 + NOISE ** 2)
const ALPHA = (ITEMS * CORRELATION) / (1 + (ITEMS - 1) * CORRELATION)

describe('the intervals of alpha', { timeout: 120_000 }, () => {
  it('hold it as often as they say, over pairs where a fifth of the answers are missing, too', () => {
    const uniform = uniformFrom(1951)
    const normal = normalFrom(uniform)
    let [feldt, pairwise] = [0, 0]
    for (let run = 0; run < RUNS; run += 1) {
      const people = Array.from({ length: PEOPLE }, () => normal())
      const items = Array.from({ length: ITEMS }, () => people.map((own) => own + NOISE * normal()))
      const withGaps = items.map((answers) => measurements(answers.map((answer) => (uniform() < 0.2 ? null : answer))))
      if (holds(reliability(items.map((answers) => measurements(answers))).listwise.interval)) feldt += 1
      if (holds(reliability(withGaps).pairwise.interval)) pairwise += 1
    }
    tell(
      `alpha of ${PEOPLE} people and ${ITEMS} items: held in ${((100 * feldt) / RUNS).toFixed(1)} % (Feldt), over pairs with gaps in ${((100 * pairwise) / RUNS).toFixed(1)} % of ${RUNS}`,
    )
    const slack = 3 * Math.sqrt((0.95 * 0.05) / RUNS)
    for (const held of [feldt, pairwise]) {
      expect(held / RUNS).toBeGreaterThan(0.95 - slack)
      expect(held / RUNS).toBeLessThan(0.95 + slack)
    }
  })
})

function holds(interval: ReturnType<typeof reliability>['listwise']['interval']): boolean {
  return computed<Interval>(interval) && interval.low <= ALPHA && ALPHA <= interval.high
}
