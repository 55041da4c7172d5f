import { expect, it } from 'vitest'
import { auditParticulars, auditSentence } from '../../src/audit/audit-sentence.ts'
import { messagesIn } from '../../src/language/messages.ts'

it('says what was done in plain words, and its name where there are none', () => {
  const t = messagesIn('nl')
  expect(auditSentence({ action: 'signIn.locked' }, t)).toBe('Een account voor een kwartier op slot gezet')
  expect(auditSentence({ action: 'something.new' }, t)).toBe('something.new')
})

it('leaves out ids, which say nothing to people', () => {
  const details = { wave: '0190-…', edition: 2, purpose: 'Dubbele rijen zoeken', by: 'Fatima', role: null }
  expect(auditParticulars({ details })).toEqual(['2', 'Dubbele rijen zoeken', 'Fatima'])
})
