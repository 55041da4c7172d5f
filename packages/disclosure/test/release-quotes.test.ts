import { DEFAULT_POLICY, type PublishedQuote } from '@klankbord/model'
import { releaseQuotes } from '@klankbord/disclosure'
import { expect, it } from 'vitest'

const quote = (question: string, text: string): PublishedQuote => ({ question, title: { nl: question }, text })
const MANY = [quote('b', 'Zo'), quote('a', 'Later'), quote('b', 'Anders'), quote('a', 'Eerder'), quote('b', 'Zo')]

it('lets nobody be quoted where fewer people answered than a group may have', () => {
  expect(releaseQuotes(MANY, ['a', 'b'], DEFAULT_POLICY.leastGroup - 1, DEFAULT_POLICY)).toEqual([])
  expect(releaseQuotes(MANY, ['a', 'b'], DEFAULT_POLICY.leastGroup, DEFAULT_POLICY)).toHaveLength(4)
})

it('puts quotes under their questions in an order that says nothing of who came first, each once', () => {
  const released = releaseQuotes(MANY, ['a', 'b'], 100, DEFAULT_POLICY)
  expect(released.map(({ text }) => text)).toEqual(['Eerder', 'Later', 'Anders', 'Zo'])
  expect(releaseQuotes(MANY.toReversed(), ['a', 'b'], 100, DEFAULT_POLICY)).toEqual(released)
})
