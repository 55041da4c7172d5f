import { checkSent } from '@klankbord/pages'
import { compile } from '@klankbord/questionnaire'
import { expect, it } from 'vitest'
import { todayAt } from '../../src/clock.ts'

const { questionnaire } = compile({
  title: 'Afspraken',
  pages: [
    {
      name: 'page',
      elements: [
        {
          type: 'text',
          inputType: 'date',
          name: 'planned',
          title: 'Wanneer komt er weer iemand?',
          validators: [{ type: 'expression', expression: '{planned} >= today()' }],
        },
      ],
    },
  ],
})

it.each([
  ['in winter', '2026-11-22T23:30:00Z', '2026-11-22'],
  ['in summer', '2026-07-01T22:30:00Z', '2026-07-01'],
  ['after the day of 23 hours', '2027-03-28T22:30:00Z', '2027-03-28'],
  ['after the day of 25 hours', '2027-10-31T23:30:00Z', '2027-10-31'],
  ['late on the day of 25 hours', '2027-10-31T22:30:00Z', '2027-10-30'],
])('takes what was right the day before, and nothing older: %s', (_when, moment, dayBefore) => {
  if (questionnaire === null) throw new Error('the definition does not compile')
  const today = todayAt(new Date(moment))
  const sent = (planned: string): boolean => checkSent(questionnaire, () => ({ planned }), today).ok
  const older = new Date(Date.parse(dayBefore) - 86_400_000).toISOString().slice(0, 10)
  expect([sent(dayBefore), sent(older)]).toEqual([true, false])
})
