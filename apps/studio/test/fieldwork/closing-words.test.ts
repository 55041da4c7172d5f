import { expect, it } from 'vitest'
import { closingWords } from '../../src/fieldwork/closing-words.ts'

it('says of a round without answers that there is nothing to keep, and otherwise what becomes of them', () => {
  expect(closingWords({ mode: 'open', answers: 0 })).toEqual(['close1', 'close2'])
  expect(closingWords({ mode: 'codeConfidential', answers: 3 })).toEqual(['close1Code', 'close2', 'close3', 'close4'])
})

it('never says of a round whose answers may be waiting that it has none', () => {
  const words = closingWords({ mode: 'codeAnonymous', answers: 0 })
  expect(words).toEqual(['close1Code', 'closeUncounted', 'close3', 'close4'])
})
