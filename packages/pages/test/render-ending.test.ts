// @vitest-environment jsdom
import type { Questionnaire } from '@klankbord/model'
import { PAGE_LANGUAGES, renderEnding, renderScreen } from '@klankbord/pages'
import { compile } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { CONTEXT } from './fixture.ts'
import { parsed, wordsOf } from './parsed.ts'

const QUESTIONNAIRE = compile({
  title: 'Jeugdhulp',
  locale: 'nl',
  calculatedValues: [{ name: 'may', expression: '{agrees} = 1', includeIntoResult: true, eligibility: true }],
  pages: [
    {
      name: 'door',
      elements: [
        { type: 'radiogroup', name: 'agrees', title: 'Vindt je ouder het goed?', blocking: true, choices: [1, 2] },
      ],
    },
    {
      name: 'stop',
      elements: [{ type: 'html', name: 'words', html: '<p>Fijn dat je wilde meedoen.</p>', visibleIf: '{agrees} = 2' }],
    },
    { name: 'thanks', elements: [{ type: 'html', name: 'all', html: '<p>Dank.</p>', visibleIf: '{agrees} = 1' }] },
  ],
}).questionnaire as Questionnaire

/** The buttons of the page but for those that choose a language. */
const waysOf = (page: Document): readonly (string | null)[] =>
  [...page.querySelectorAll('main button[name=go]')].map((button) => button.getAttribute('value'))

const screen = (screenId: string, agrees: number): Document =>
  parsed(renderScreen(QUESTIONNAIRE, CONTEXT, { screenId, answers: { agrees }, draft: 'd-1', saved: 1 }))

describe('somebody who may not take part', () => {
  it('reads the last words of the author, that nothing is sent, and stops or goes back', () => {
    const page = screen('words', 2)
    expect(wordsOf(page.body)).toContain('Fijn dat je wilde meedoen.')
    expect(wordsOf(page.body)).toContain('Er wordt niets verstuurd en niets telt mee.')
    expect(wordsOf(page.body)).not.toContain('Opgeslagen')
    expect(waysOf(page)).toEqual(['erase', 'back'])
  })

  it.each(PAGE_LANGUAGES)('reads ours in %s where the author has none', (language) => {
    const page = parsed(renderEnding(QUESTIONNAIRE, { ...CONTEXT, language, languages: [language] }, { draft: 'd-1' }))
    expect(page.querySelector('h1')?.textContent.trim()).not.toBe('')
    expect(page.querySelectorAll('.letter > p')).toHaveLength(3)
    expect(waysOf(page)).toEqual(['erase', 'back'])
    const draft = page.querySelector('input[name=draft]')?.getAttribute('value')
    expect(draft).toBe('d-1')
  })
})

it('lets whoever may take part go on from last words to sending', () => {
  expect(waysOf(screen('all', 1))).toContain('next')
})
