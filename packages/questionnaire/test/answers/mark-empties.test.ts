import { expect, it } from 'vitest'
import { markEmpties } from '@klankbord/questionnaire'

it('says why nothing is answered on paper: of what was skipped only, of a row or of a whole question', () => {
  const checked = {
    answers: { q1: 1 },
    empties: { q2: 'skipped', q3: 'notAsked', q4: 'skipped', care__quick: 'skipped', care__good: 'skipped' },
  } as const
  const marks = {
    q1: 'unreadable',
    q2: 'multipleTicked',
    q3: 'unreadable',
    care: 'unreadable',
    care__good: 'multipleTicked',
  } as const
  expect(markEmpties(checked, marks)).toEqual({
    answers: { q1: 1 },
    empties: {
      q2: 'multipleTicked',
      q3: 'notAsked',
      q4: 'skipped',
      care__quick: 'unreadable',
      care__good: 'multipleTicked',
    },
  })
})
