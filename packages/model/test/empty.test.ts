import { expect, it } from 'vitest'
import { EMPTY_CODES, emptyKindOf } from '@klankbord/model'

it('keeps the code of each kind of empty for ever', () => {
  expect(EMPTY_CODES).toEqual({
    notAsked: -1,
    skipped: -2,
    dontKnow: -3,
    refused: -4,
    notApplicable: -5,
    unreadable: -6,
    multipleTicked: -7,
  })
})

it('reads a kind of empty back from its code, and an answer as none', () => {
  expect([-1, -7, 1, 0].map(emptyKindOf)).toEqual(['notAsked', 'multipleTicked', undefined, undefined])
})
