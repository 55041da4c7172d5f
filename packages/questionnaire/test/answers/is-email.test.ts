import { EmailValidator } from 'survey-core'
import { describe, expect, it } from 'vitest'
import { isEmail } from '../../src/answers/is-email.ts'

describe('an e-mail address', () => {
  it.each([
    'jan@example.org',
    'jan.de.vries+wmo@sub.example.org',
    'é@münchen.de',
    "o'neil@example.org",
    'a@b.cd',
    'a=b@c.nl',
  ])('is one for survey-core too: %s', (text) => {
    expect(isEmail(text)).toBe(true)
    expect(new EmailValidator().validate(text)).toBeNull()
  })

  it.each([
    'jan',
    '@',
    'jan@',
    '@example.org',
    'jan@example',
    'jan@example.o',
    'jan@@example.org',
    'jan@a@b.nl',
    '.jan@example.org',
    'jan.@example.org',
    'ja..n@example.org',
    'jan@.org',
    'jan@example..org',
    'jan@ex=ample.org',
    'jan @example.org',
    'jan,piet@example.org',
    '<jan@example.org>',
    'jan@example.org\n',
  ])('is none for survey-core either: %j', (text) => {
    expect(isEmail(text)).toBe(false)
    expect(new EmailValidator().validate(text)).not.toBeNull()
  })

  it('has no name in quotation marks, and no more characters than mail takes: differences', () => {
    for (const text of ['"jan de vries"@example.org', `${'a'.repeat(250)}@b.nl`]) {
      expect(isEmail(text)).toBe(false)
      expect(new EmailValidator().validate(text)).toBeNull()
    }
  })
})
