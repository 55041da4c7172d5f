import { compile } from '@klankbord/questionnaire'
import { expect, it } from 'vitest'
import { isFilledIn } from '../../src/flow/is-filled-in.ts'

const { questionnaire } = compile({
  title: 'Hulp',
  locale: 'nl',
  pages: [
    {
      name: 'first',
      elements: [
        { type: 'boolean', name: 'take_part', title: 'Ik doe mee', consent: 'participation', isRequired: true },
      ],
    },
    { name: 'second', elements: [{ type: 'comment', name: 'why', title: 'Waarom?' }] },
  ],
})

it('is said of nobody who only agreed to take part, and of who answered a question', () => {
  if (questionnaire === null) throw new Error('it should compile')
  expect(isFilledIn(questionnaire, {})).toBe(false)
  expect(isFilledIn(questionnaire, { take_part: true })).toBe(false)
  expect(isFilledIn(questionnaire, { take_part: true, why: 'Zij belde' })).toBe(true)
})
