import { problem } from '@klankbord/model'
import { expect, it } from 'vitest'
import { messagesIn } from '../../src/language/messages.ts'
import { attackerSumWords } from '../../src/publication/attacker-sum-words.ts'

const term = (times: number, row: 'everybody' | { readonly nl: string }, value: number) =>
  ({ times, row, column: 'people', question: null, answer: null, value, known: 'shown' }) as const
const terms = [term(1, 'everybody', 92), term(-1, { nl: 'Noord' }, 40), term(-1, { nl: 'Oost' }, 50)]
const unsafe = { table: 'q', cell: 'group 4, total', width: 2, needed: 9 }

it('shows a researcher the sum that somebody could make', () => {
  const sums = [
    { end: 'exact', terms, outcome: 2 },
    {
      end: 'most',
      terms: [{ ...terms[0], known: 'most', column: 'answered', question: { nl: 'Snel?' } }],
      outcome: 92,
    },
  ] as const
  const { code, details } = problem('disclosureUnsafe', { ...unsafe, sums: sums as never })
  const told = { code, details: { ...details } }
  expect(attackerSumWords(told, messagesIn('nl'), 'nl')).toEqual([
    'iedereen 92 − Noord 40 − Oost 50 = 2',
    '≤ iedereen, hoogstens (“Snel?”: gaf antwoord) 92 = 92',
  ])
  expect(attackerSumWords(told, messagesIn('en'), 'en')[0]).toBe('everybody 92 − Noord 40 − Oost 50 = 2')
})

it('says no sum of another failure, and its own sentence holds no count', () => {
  expect(attackerSumWords({ code: 'tooFewResponses', details: { sums: [1] } }, messagesIn('nl'), 'nl')).toEqual([])
  const { message } = problem('disclosureUnsafe', { ...unsafe, sums: [{ end: 'exact', terms, outcome: 1234 }] })
  expect(message).not.toMatch(/1234|92|40/)
})
