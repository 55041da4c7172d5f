// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { wordsOf } from '../parsed.ts'
import { arriving, askingConsents, fill, press, type Somebody } from './somebody.ts'

const QUESTIONNAIRE = askingConsents()
const go = (who: Somebody, button: string): Somebody => press(who, button, QUESTIONNAIRE)
const ticks = ({ page }: Somebody): readonly string[] =>
  [...page.querySelectorAll<HTMLInputElement>('input[type=checkbox]')].map(
    ({ name, defaultChecked }) => `${name} ${defaultChecked}`,
  )
const heading = ({ page }: Somebody): string => wordsOf(page.querySelector('h1'))
const agreeing = (): Somebody => {
  const who = arriving(QUESTIONNAIRE)
  fill(who, 'takes_part', true)
  return go(who, 'start')
}

describe('the consents on the introduction', () => {
  it('are native boxes without a tick, with what a consent means under it, and none for a recording', () => {
    const who = arriving(QUESTIONNAIRE)
    expect(ticks(who)).toEqual(['takes_part false', 'quotable false'])
    const labels = [...who.page.querySelectorAll('.consents label')].map(wordsOf)
    expect(labels).toEqual(['Ja, ik doe mee.', 'Mijn eigen woorden mogen in het verslag. Dit hoeft niet.'])
    expect(wordsOf(who.page.querySelector('.consents legend'))).toBe('Doet u mee?')
    expect(wordsOf(who.page.querySelector('button.primary'))).toBe('Beginnen')
  })

  it('keep who does not tick to take part there, and say what to do', () => {
    const who = arriving(QUESTIONNAIRE)
    fill(who, 'quotable', true)
    const again = go(who, 'start')
    expect([again.status, again.kept]).toEqual([422, null])
    const link = again.page.querySelector('.summary a')
    expect(wordsOf(link)).toBe('Zet een vinkje als u wilt meedoen. Wilt u dat niet? Kies dan: Ik doe niet mee.')
    expect(again.page.querySelector(link?.getAttribute('href') ?? '')?.getAttribute('name')).toBe('takes_part')
    expect(ticks(again)).toEqual(['takes_part false', 'quotable true'])
    expect(wordsOf(again.page.querySelector('.decline summary'))).toBe('Ik doe niet mee')
  })

  it('are answers of who begins: given, or not given', () => {
    const who = agreeing()
    expect(heading(who)).toBe('Wat wilt u vertellen?')
    expect(who.kept?.answers).toEqual({ takes_part: true, quotable: false })
    expect(wordsOf(who.page.querySelector('.progress b'))).toBe('Vraag 1 van ongeveer 2')
  })

  it('stay ticked in another language, and when somebody goes back to them', () => {
    const who = arriving(QUESTIONNAIRE)
    fill(who, 'takes_part', true)
    const inArabic = go(who, 'language:ar')
    expect(wordsOf(inArabic.page.querySelector('.consents label'))).toBe('نعم، أشارك.')
    expect(ticks(inArabic)).toEqual(['takes_part true', 'quotable false'])
    const back = go(go(inArabic, 'start'), 'back')
    expect(ticks(back)).toEqual(['takes_part true', 'quotable false'])
    fill(back, 'quotable', true)
    const on = go(back, 'start')
    expect(on.kept?.answers).toEqual({ takes_part: true, quotable: true })
    expect(on.kept?.id).toBe(back.kept?.id)
  })

  it('can be changed on the page before sending, but for taking part', () => {
    const story = agreeing()
    fill(story, 'story', 'Fijn')
    const ready = go(go(story, 'next'), 'skip')
    const given = [...ready.page.querySelectorAll('.given > div')].map((row) => wordsOf(row.querySelector('dd')))
    expect(given).toEqual(['Ja', 'Niet gegeven', 'Fijn', 'Overgeslagen'])
    expect(wordsOf(ready.page.body)).toContain('U beantwoordde 1 vraag. U sloeg 1 vraag over.')
    const changing = go(ready, 'resume:takes_part')
    expect(heading(changing)).toBe('Uw toestemming')
    fill(changing, 'quotable', true)
    fill(changing, 'takes_part', false)
    const refused = go(changing, 'next')
    expect(refused.status).toBe(422)
    expect(wordsOf(refused.page.querySelector('.summary li'))).toContain('Kies dan: Stoppen')
    fill(refused, 'takes_part', true)
    const back = go(refused, 'next')
    expect(heading(back)).toBe('Klaar om te versturen')
    expect(back.kept?.answers).toEqual({ takes_part: true, quotable: true, story: 'Fijn' })
  })

  it('are not there where a questionnaire asks for none: one button says it', () => {
    const screens = QUESTIONNAIRE.screens.map(({ consents: _consents, ...plain }) => plain)
    const without = { ...QUESTIONNAIRE, screens }
    const who = arriving(without)
    expect(who.page.querySelector('.consents')).toBeNull()
    expect(wordsOf(who.page.querySelector('button.primary'))).toBe('Meedoen')
  })
})

describe('a practice question', () => {
  const practising = askingConsents({ practiceQuestion: true })
  const at = (): Somebody => {
    const who = arriving(practising)
    fill(who, 'takes_part', true)
    return press(who, 'start', practising)
  }

  it('comes before the first question, says that nothing of it is kept, and is no part of the way', () => {
    const who = at()
    expect(wordsOf(who.page.querySelector('form'))).toContain('Dit is een oefenvraag. We bewaren het antwoord niet.')
    fill(who, 'practice.answer', '2')
    const first = press(who, 'next', practising)
    expect(wordsOf(first.page.querySelector('.progress b'))).toBe('Vraag 1 van ongeveer 2')
    expect(first.kept).toEqual(who.kept)
    expect(first.page.documentElement.outerHTML).not.toContain('practice')
  })

  it.each(['next', 'skip'])('lets everybody on who chose nothing: %s', (button) => {
    const first = press(at(), button, practising)
    expect([first.status, wordsOf(first.page.querySelector('h1'))]).toEqual([200, 'Wat wilt u vertellen?'])
  })

  it('offers nobody to talk to, for it asks nothing heavy', () => {
    const foot = wordsOf(at().page.querySelector('footer'))
    expect(foot).toContain('Stoppen')
    expect(foot).not.toContain('Wilt u erover praten?')
  })

  it('can be left in all directions, and speaks another language with what was chosen', () => {
    const who = at()
    fill(who, 'practice.answer', '3')
    const inArabic = press(who, 'language:ar', practising)
    expect(wordsOf(inArabic.page.querySelector('h1'))).toBe('كيف الطقس اليوم؟')
    expect(inArabic.page.querySelector('[checked]')?.getAttribute('value')).toBe('3')
    expect(press(who, 'back', practising).page.querySelector('.consents')).not.toBeNull()
    const stopping = press(who, 'stop', practising)
    expect(wordsOf(press(stopping, 'resume', practising).page.querySelector('h1'))).toBe('Wat wilt u vertellen?')
  })
})
