import { describe, expect, it } from 'vitest'
import { messagesIn } from '../../src/language/messages.ts'

const t = messagesIn('nl')

describe('the words about publishing', () => {
  it('do not say that an edition needs new answers, since words may change', () => {
    expect(t('publishNextEdition')).toContain('Een volgende editie kan andere woorden hebben.')
    expect(messagesIn('en')('publishNextEdition')).toContain('A next edition may have other words.')
  })

  it('tell at once that a reason is asked, which stands below what a phone shows', () => {
    expect(t('publishAsksWhy')).toBe('Onderaan kiest u waarom deze editie er komt.')
  })

  it('say of a rehearsal in whole sentences why something is left out', () => {
    expect(t('rehearse')).toBe('Proefdraaien')
    const why = t('rehearseWhy.tooFew')
    expect(t('rehearseGroup', { group: 'Noord', questions: 10, why })).toBe(
      'Noord: bij 10 vragen, omdat er te weinig mensen antwoord gaven',
    )
  })
})
