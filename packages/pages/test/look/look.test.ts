// @vitest-environment jsdom
import { LOOK_CHOICES, lookText, parseForm, readLook, renderDone, renderScreen, type Look } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { CONTEXT, QUESTIONNAIRE } from '../fixture.ts'
import { parsed, sentBy, wordsOf } from '../parsed.ts'

const screen = (look?: Look): Document =>
  parsed(
    renderScreen(
      QUESTIONNAIRE,
      { ...CONTEXT, ...(look && { look }) },
      { screenId: 'quick', answers: {}, draft: 'd-1', saved: 0 },
    ),
  )

const pressedOn = (page: Document): readonly string[] =>
  [...page.querySelectorAll('[role=switch][aria-checked=true]')].map((one) => one.getAttribute('value') ?? '')

describe('the look of pages', () => {
  it('is turned on and off by a button that sends the form, and comes back with what was typed', () => {
    const page = screen()
    page.querySelector<HTMLInputElement>('input[value="2"]')!.checked = true
    const first = parseForm(QUESTIONNAIRE, sentBy(page, 'look:large'))
    expect(first).toMatchObject({ go: 'language', language: 'nl', look: { on: ['large'], open: true }, findings: [] })
    expect(first.given).toEqual({ quick: 2 })
    const larger = screen(first.look)
    expect([...larger.documentElement.classList]).toEqual(['large'])
    expect(pressedOn(larger)).toEqual(['look:large'])
    expect(parseForm(QUESTIONNAIRE, sentBy(larger, 'look:large')).look.on).toEqual([])
  })

  it('goes along with every other button', () => {
    const page = screen({ on: ['contrast', 'calm'] })
    for (const go of ['next', 'back', 'skip', 'stop', 'language:ar'])
      expect(parseForm(QUESTIONNAIRE, sentBy(page, go)).look).toEqual({ on: ['contrast', 'calm'] })
  })

  it('keeps its choices in sight after one was pressed, and only then', () => {
    const open = (look: Look): boolean => screen(look).querySelector<HTMLDetailsElement>('#look')?.open === true
    expect(open({ on: [], open: true })).toBe(true)
    expect(open({ on: ['large'] })).toBe(false)
  })

  it('offers slower reading and reading by itself only where a script shows them', () => {
    const shown = [...screen().querySelectorAll('[role=switch]:not([hidden])')].map(wordsOf)
    expect(shown).toEqual(['Grote letters', 'Meer contrast', 'Rustig beeld'])
  })

  it('is not offered without a script where sending the form would lead to another page', () => {
    const done = parsed(renderDone(QUESTIONNAIRE, { ...CONTEXT, look: { on: ['calm'] } }, { withdrawalCode: 'K7M' }))
    expect(done.querySelector<HTMLElement>('#look')?.hidden).toBe(true)
    expect(done.documentElement.className).toBe('calm')
  })

  it('leaves Enter in a text field what it was: the first button of the form goes on', () => {
    const buttons = [...screen().querySelectorAll('button')].filter(({ form }) => form !== null)
    expect(buttons[0]?.value).toBe('next')
  })

  it.each(LOOK_CHOICES)('reads back what it wrote: %s', (choice) => {
    expect(readLook({ look: lookText({ on: [choice] }) }).on).toEqual([choice])
  })

  it.each([undefined, '', 'huge', ['large', 'calm'], 'large large <b>'])(
    'takes nothing strange from a form: %j',
    (look) => {
      expect(readLook({ look }).on.filter((choice) => choice !== 'large')).toEqual([])
      expect(parseForm(QUESTIONNAIRE, { go: 'next', look }).findings).toEqual([])
    },
  )
})
