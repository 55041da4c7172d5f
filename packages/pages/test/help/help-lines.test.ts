// @vitest-environment jsdom
import { PAGE_LANGUAGES, renderDone, renderFront, renderScreen } from '@klankbord/pages'
import { compile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { CONTEXT } from '../fixture.ts'
import { parsed, wordsOf } from '../parsed.ts'

const { questionnaire } = compile({
  title: 'Opvang',
  helpLines: [
    { name: 'supporter', title: 'Een cliëntondersteuner', phone: '0800 – 000 11 11', hours: 'Elke werkdag' },
    { name: 'gp', title: 'Uw huisarts <b>', text: 'Of de praktijkondersteuner.' },
  ],
  pages: [
    {
      name: 'p',
      elements: [
        {
          type: 'radiogroup',
          name: 'safe',
          title: 'Voelt u zich veilig?',
          choices: ['ja', 'nee'],
          helpLine: 'supporter',
        },
        { type: 'radiogroup', name: 'food', title: 'Is het eten goed?', choices: ['ja', 'nee'] },
      ],
    },
  ],
})
if (questionnaire === null) throw new Error('the questionnaire has faults')
const screen = (screenId: string, answers: Record<string, unknown> = {}): Document =>
  parsed(renderScreen(questionnaire, CONTEXT, { screenId, answers, draft: null, saved: 0 }))
const calls = (element: Element | null): readonly (string | null)[] =>
  [...(element?.querySelectorAll('a[href^="tel:"]') ?? [])].map((link) => link.getAttribute('href'))

describe('somebody who gets a question that can be hard', () => {
  it('reads under the answers whom they can talk to, and where to call in danger', () => {
    const page = screen('safe')
    const talk = page.querySelector('.talk')
    expect(wordsOf(talk)).toBe(
      'Wilt u hierover praten? Een cliëntondersteuner: 0800 – 000 11 11 Elke werkdag. Is er nu gevaar? Bel 112.',
    )
    expect(calls(talk)).toEqual(['tel:08000001111', 'tel:112'])
    const answers = page.querySelector('fieldset')
    expect(answers?.compareDocumentPosition(talk ?? page)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  })

  it('sees the same whatever they answered', () => {
    const shown = (answer: string): string => wordsOf(screen('safe', { safe: answer }).querySelector('.talk'))
    expect(shown('nee')).toBe(shown('ja'))
  })

  it('finds all of them on every screen once, in the words of the author and not as markup', () => {
    const foot = screen('food').querySelector('.foot')
    expect(calls(foot)).toEqual(['tel:08000001111', 'tel:112', 'tel:08000000000'])
    const others = screen('safe').querySelector('.foot')
    expect(calls(others)).toEqual(['tel:112', 'tel:08000000000'])
    for (const rows of [foot, others]) expect(wordsOf(rows)).toContain('Uw huisarts <b>. Of de praktijkondersteuner.')
    expect(screen('food').querySelector('.talk')).toBeNull()
  })

  it('finds them on the first page and on the last', () => {
    const front = { phase: 'open', refused: null, erased: false, publications: [] } as const
    expect(calls(parsed(renderFront(questionnaire, CONTEXT, front)).querySelector('footer'))).toContain('tel:112')
    const done = parsed(renderDone(questionnaire, CONTEXT, { withdrawalCode: 'K7P4HM9RTXYZ' }))
    expect(calls(done.querySelector('main'))).toEqual(['tel:08000001111', 'tel:112'])
    expect(wordsOf(done.querySelector('main'))).toContain('Wilt u erover praten?')
  })

  it.each(PAGE_LANGUAGES)('reads it in %s', (language) => {
    const page = parsed(
      renderScreen(questionnaire, { ...CONTEXT, language }, { screenId: 'safe', answers: {}, draft: null, saved: 0 }),
    )
    expect(calls(page.querySelector('.talk'))).toEqual(['tel:08000001111', 'tel:112'])
  })
})

it('says nothing of talking where the study names nobody', () => {
  const none = { ...questionnaire, helpLines: [] }
  expect(parsed(renderDone(none, CONTEXT, { withdrawalCode: 'K7P4HM9RTXYZ' })).body.textContent).not.toContain('112')
})
