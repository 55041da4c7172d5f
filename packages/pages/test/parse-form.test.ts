import { parseForm } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { QUESTIONNAIRE } from './fixture.ts'

const parse = (form: Record<string, unknown>) => parseForm(QUESTIONNAIRE, form)
const codesOf = (form: Record<string, unknown>) => parse(form).findings.map(({ code, path }) => `${code} ${path}`)

describe('a form that a browser sends', () => {
  it('gives every answer the type of its question', () => {
    const form = { quick: '-3', kinds: ['1', '3'], weeks: '6', grade: '10', alone: 'false', wish: 'Meer tijd' }
    expect(parse({ go: 'next', ...form }).given).toEqual({
      quick: -3,
      kinds: [1, 3],
      weeks: 6,
      grade: 10,
      alone: false,
      wish: 'Meer tijd',
    })
  })

  it('gives a list for one ticked box too', () => {
    expect(parse({ go: 'next', kinds: '2' }).given).toEqual({ kinds: [2] })
  })

  it('has no answer where nothing was filled in', () => {
    expect(parse({ go: 'next', weeks: ' ', wish: '\r\n', quick: '' }).given).toEqual({})
  })

  it('leaves what can not be right as it was written, for the check to refuse', () => {
    const request = parse({ go: 'next', weeks: '6 of 7', quick: '9', alone: 'maybe' })
    expect(request.given).toEqual({ weeks: '6 of 7', quick: '9', alone: 'maybe' })
    expect(request.findings).toEqual([])
  })

  it('counts a line end as one character', () => {
    expect(parse({ go: 'next', wish: ' Meer tijd.\r\n\r\nEn rust. ' }).given).toEqual({
      wish: ' Meer tijd.\n\nEn rust. ',
    })
  })

  it('reads where it comes from', () => {
    const request = parse({
      go: 'back',
      screen: 'weeks',
      draft: '0b9e-1',
      language: 'ar',
      asked: 'quick weeks',
      code: 'k7p 4hm',
      access: 'k7m-d93-xwpn',
      words: `cat.bread.sun.${'k'.repeat(43)}`,
      look: 'large calm',
      seen: '0f3',
      minutes: '7',
      'helped.by': 'peer',
      'on.page': 'practice',
      'practice.answer': '2',
      'saved.to': '4',
    })
    expect(request).toEqual({
      go: 'back',
      screenId: 'weeks',
      draft: '0b9e-1',
      language: 'ar',
      look: { on: ['large', 'calm'] },
      askedAgain: ['quick', 'weeks'],
      chosenOver: null,
      fields: expect.any(Array) as unknown,
      withdrawalCode: 'K7P4HM',
      access: 'k7m-d93-xwpn',
      words: { names: ['cat', 'bread', 'sun'], key: 'k'.repeat(43) },
      given: {},
      seen: '0f3',
      minutes: 7,
      help: 'peer',
      onPage: 'practice',
      savedTo: 4,
      practised: '2',
      findings: [],
    })
  })

  it('speaks the language of the button, over that of the page', () => {
    expect(parse({ go: 'language:ar', language: 'nl' })).toMatchObject({ go: 'language', language: 'ar', findings: [] })
  })

  it('goes on when a browser sends no button', () => {
    expect(parse({ screen: 'quick' })).toMatchObject({ go: 'next', findings: [] })
  })

  it('keeps a question apart from the field of the form with the same name', () => {
    const request = parse({ go: 'next', language: 'nl', 'answer.language': 'Fries' })
    expect(request).toMatchObject({ language: 'nl', given: { language: 'Fries' } })
  })
})

describe('a form that no page of ours sends', () => {
  it.each([
    [{ go: 'next', colour: 'red' }, 'unknownFormField /form'],
    [{ go: 'next', __proto__x: '1' }, 'unknownFormField /form'],
    [{ go: 'delete' }, 'wrongFormValue /form/go'],
    [{ go: 'next:ar' }, 'wrongFormValue /form/go'],
    [{ go: ['next', 'back'] }, 'wrongFormValue /form/go'],
    [{ go: 'next', screen: 'nowhere' }, 'wrongFormValue /form/screen'],
    [{ go: 'next', draft: '../x' }, 'wrongFormValue /form/draft'],
    [{ go: 'next', language: '<nl>' }, 'wrongFormValue /form/language'],
    [{ go: 'next', asked: 'quick nobody' }, 'wrongFormValue /form/asked'],
    [{ go: 'next', quick: ['1', '2'] }, 'wrongFormValue /form/quick'],
    [{ go: 'next', weeks: { $gt: '1' } }, 'wrongFormValue /form/weeks'],
    [{ go: 'next', kinds: ['1', 2] }, 'wrongFormValue /form/kinds'],
  ])('is found out: %j', (form, found) => {
    expect(codesOf(form)).toEqual([found])
  })

  it('is not repeated in the sentence about it', () => {
    const sentences = parse({ go: 'secret', secret: 'secret', draft: 'secret/' }).findings.map(({ message }) => message)
    expect(sentences).toHaveLength(3)
    expect(sentences.join()).not.toContain('secret')
  })
})
