import { expect, it } from 'vitest'
import { pauseAfter } from '../../src/saving/pause.ts'

it('waits twice as long each time, up to a minute', () => {
  const pauses = [1, 2, 3, 4, 5, 6, 7, 8, 100].map((failures) => pauseAfter(failures, () => 0.5))
  expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000, 60_000])
})

it('sends a room full of people at different moments', () => {
  expect([0, 0.25, 0.999].map((chance) => pauseAfter(3, () => chance))).toEqual([2000, 3000, 5996])
})
