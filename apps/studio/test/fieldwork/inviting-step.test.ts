import { expect, it } from 'vitest'
import { INVITING_STEPS, isDone, nextStep, stepsOf } from '../../src/fieldwork/inviting-step.ts'

const list = (people: number, invitations: number, withCode: number) => ({
  people,
  invitations,
  withCode,
  strata: [],
  excluded: [],
  draws: [],
})

it.each([
  [list(0, 0, 0), 'list', []],
  [list(5, 0, 0), 'draw', ['list']],
  [list(5, 4, 0), 'codes', ['list', 'draw']],
  [list(5, 4, 3), 'codes', ['list', 'draw']],
  [list(5, 4, 4), 'send', ['list', 'draw', 'codes']],
] as const)('leads from a list to letters: %j', (frame, next, done) => {
  expect(nextStep(frame)).toBe(next)
  expect(INVITING_STEPS.filter((step) => isDone(step, frame))).toEqual(done)
})

it('asks nobody new in a closed round, and still notes what comes back', () => {
  expect(stepsOf('closed')).toEqual(['marks'])
  expect(stepsOf('open')).toContain('codes')
})
