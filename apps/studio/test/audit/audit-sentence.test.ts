import { AUDIT_ACTIONS } from '@klankbord/model'
import { expect, it } from 'vitest'
import { auditParticulars, auditSentence } from '../../src/audit/audit-sentence.ts'
import { messagesIn } from '../../src/language/messages.ts'

const nl = messagesIn('nl')

it('says what was done in plain words, and its name where a later version wrote it', () => {
  expect(auditSentence({ action: 'signIn.locked' }, nl)).toBe('Een account voor een kwartier op slot gezet')
  expect(auditSentence({ action: 'something.new' }, nl)).toBe('something.new')
})

it.each(['nl', 'en'] as const)(
  'has a sentence of its own for everything that can be written down, in %s',
  (language) => {
    const sentences = AUDIT_ACTIONS.map((action) => auditSentence({ action }, messagesIn(language)))
    expect(sentences.filter((sentence) => !/^\p{Lu}[^.]+$/u.test(sentence))).toEqual([])
  },
)

it('names of whom of the staff it was, and leaves out ids, which say nothing to people', () => {
  const details = { wave: '0190-…', member: '0191-…', role: 'recordReader', edition: 2, by: 'Fatima' }
  expect(auditParticulars({ details, member: 'Bep' }, nl, 'nl')).toEqual([
    'Bep',
    'lezer van losse antwoorden',
    '2',
    'Fatima',
  ])
  expect(auditParticulars({ details: { role: null }, member: null }, nl, 'nl')).toEqual([])
})

it('says modes, marks, files and days in the language of the reader', () => {
  const details = { mode: 'codeConfidential', mark: 'refused', file: 'sms', kind: 'reminder', day: '2026-06-12' }
  expect(auditParticulars({ details, member: null }, nl, 'nl')).toEqual([
    'Met een code, vertrouwelijk',
    'Sms-berichten (CSV)',
    'herinneringen',
    'Wil niet meedoen',
    '12 juni 2026',
  ])
  const english = auditParticulars({ details, member: null }, messagesIn('en'), 'en')
  expect(english).toContain('Does not want to take part')
  expect(english).toContain('12 June 2026')
})
