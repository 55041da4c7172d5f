import { coach, compile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { firstAdvice } from '../../bench/first-advice.ts'
import { definition } from '../../bench/sixty-texts.ts'
import { timeOf } from '../../bench/time-of.ts'

/** Milliseconds for advice on sixty texts. */
const MOST = 20
/** In a process that has just begun, on a machine that has other work to do. */
const MOST_AT_FIRST = 80
const TRIES = 12

describe('somebody who waits for advice on a questionnaire of 60 texts', () => {
  it(`has it within ${MOST} ms`, () => {
    const { questionnaire } = compile(definition)
    if (questionnaire === null) throw new Error('sixty-texts does not compile')
    expect(coach(questionnaire).length).toBeGreaterThan(20)
    let best = Infinity
    for (let round = 0; round < TRIES && best > MOST; round += 1)
      best = Math.min(
        best,
        timeOf(() => coach(questionnaire)),
      )
    expect(best).toBeLessThanOrEqual(MOST)
  })

  it(`has it within ${MOST_AT_FIRST} ms when nobody asked before`, async () => {
    let best = Infinity
    for (let round = 0; round < TRIES && best > MOST_AT_FIRST; round += 1) {
      const { advising, count } = await firstAdvice()
      expect(count).toBeGreaterThan(20)
      best = Math.min(best, advising)
    }
    expect(best).toBeLessThanOrEqual(MOST_AT_FIRST)
  }, 60_000)
})
