import { expect, it } from 'vitest'
import { stretchesOf, wordsIn, wordsOf } from '../../src/desk/stretches.ts'

const TEXT = 'Bel Jan  Smit op 06-12345678.\nDank'
const words = wordsOf(TEXT)

it('offers each word of a text to choose, whatever stands between them', () => {
  expect(words.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
    'Bel',
    'Jan',
    'Smit',
    'op',
    '06-12345678.',
    'Dank',
  ])
  expect(wordsOf('  ')).toEqual([])
})

it('has the words chosen already in which something was found', () => {
  const name = { start: TEXT.indexOf('Jan'), end: TEXT.indexOf('Smit') + 4 }
  expect([...wordsIn(words, [name, { start: TEXT.indexOf('123'), end: TEXT.indexOf('123') + 2 }])]).toEqual([1, 2, 4])
  expect([...wordsIn(words, [])]).toEqual([])
})

it('takes words beside each other as one stretch, with what is between them', () => {
  const chosen = stretchesOf(words, new Set([2, 1, 5]))
  expect(chosen.map(({ start, end }) => TEXT.slice(start, end))).toEqual(['Jan  Smit', 'Dank'])
  expect(stretchesOf(words, new Set())).toEqual([])
})
