import { compile } from '@klankbord/questionnaire'
import { expect, it } from 'vitest'
import { questionnaireTexts } from '../../src/language/questionnaire-texts.ts'

const both = (nl: string, pl: string): Readonly<Record<string, string>> => ({ nl, pl })
const consent = {
  type: 'radiogroup',
  name: 'consent',
  title: both('Doet u mee?', 'Czy bierze Pan udział?'),
  blocking: true,
  choices: [
    { value: 1, text: both('Ja', 'Tak') },
    { value: -4, text: both('Wil ik niet zeggen', 'Nie chcę mówić'), missingReason: 'refused' },
  ],
}
const note = (name: string, nl: string, pl: string): object => ({ type: 'html', name, html: both(nl, pl) })
const story = { type: 'comment', name: 'story', title: both('Wat wilt u kwijt?', 'Co chce Pan powiedzieć?') }

it('prose that somebody reads before consenting is a promise, and what comes later is none', () => {
  const { questionnaire, findings } = compile({
    title: both('Vragen', 'Pytania'),
    locale: 'nl',
    pages: [
      { name: 'first', elements: [note('info', '<p>Wij bewaren geen naam.</p>', '<p>Bez nazwiska.</p>')] },
      { name: 'door', elements: [note('more', '<p>Stoppen mag.</p>', '<p>Można przerwać.</p>'), consent] },
      { name: 'rest', elements: [note('later', '<p>Bijna klaar.</p>', '<p>Prawie koniec.</p>'), story] },
    ],
  })
  if (questionnaire === null) throw new Error(JSON.stringify(findings))
  const promises = questionnaireTexts(questionnaire, 'pl').filter(({ promise }) => promise)
  expect(promises.map(({ text }) => text)).toEqual(
    expect.arrayContaining(['Pytania', '<p>Bez nazwiska.</p>', '<p>Można przerwać.</p>', 'Tak']),
  )
  expect(promises.map(({ text }) => text)).not.toContain('<p>Prawie koniec.</p>')
})

it('a consent is a promise, also one that may stay unticked, and waits for its words in each language', () => {
  const tick = {
    type: 'boolean',
    name: 'quotable',
    consent: 'quote',
    title: { nl: 'Mijn woorden mogen in het verslag.' },
  }
  const described = { description: both('Dit hoeft niet.', 'To nie jest konieczne.') }
  const { questionnaire } = compile({
    title: both('Vragen', 'Pytania'),
    locale: 'nl',
    pages: [{ name: 'all', elements: [{ ...tick, ...described }, story] }],
  })
  if (questionnaire === null) throw new Error('it does not compile')
  const promises = questionnaireTexts(questionnaire, 'pl').filter(({ promise }) => promise)
  expect(promises.slice(0, 3)).toMatchObject([
    { key: 'questionnaire/title', text: 'Pytania' },
    { key: 'questionnaire/quotable/title', source: 'Mijn woorden mogen in het verslag.', text: '' },
    { key: 'questionnaire/quotable/description', text: 'To nie jest konieczne.' },
  ])
})
