import { HELP_KINDS, RESPONSE_CHANNELS } from '@klankbord/model'
import { expect, it } from 'vitest'
import { marginWord } from '../../src/fieldwork/margin-words.ts'
import { messagesIn } from '../../src/language/messages.ts'

it('has words for every way of taking part and every kind of help', () => {
  const t = messagesIn('nl')
  const words = [
    ...RESPONSE_CHANNELS.map((channel) => marginWord('channel', channel)),
    ...HELP_KINDS.map((help) => marginWord('help', help)),
  ]
  expect(words.filter((word) => word === null)).toEqual([])
  expect(t(marginWord('help', 'peer') ?? 'busy')).toBe('Ervaringsdeskundige')
  expect(marginWord('language', 'nl')).toBe(null)
})
