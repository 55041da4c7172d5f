// @vitest-environment jsdom
import { parseForm, renderReady, renderScreen, type ScreenState } from '@klankbord/pages'
import { check, checkScreen } from '@klankbord/questionnaire'
import { describe, expect, it } from 'vitest'
import { EVERY_ELEMENT } from './every-element.ts'
import { CONTEXT } from './fixture.ts'
import { parsed, sentBy, wordsOf } from './parsed.ts'

const RIGHT = {
  consent: true,
  living: 3,
  'living-Comment': 'Bij mijn zus',
  town: 2,
  matters: 2,
  help: [1, 4],
  'help-Comment': 'De dominee',
  wishes: [2, 1],
  trust: { listen: 1, '2': 3 },
  since: '2020-04-09',
  moved: '2019-11',
  mail: 'naam@voorbeeld.example',
  contact: { role: 'thuiszorg', times: 3, last: '2026-05-31' },
  partner: 'Goed',
  weeks: 12,
}
const ALONE = { consent: true, living: 1 }

const screen = (screenId: string, state: Partial<ScreenState> = {}, language = 'nl'): Document =>
  parsed(
    renderScreen(
      EVERY_ELEMENT,
      { ...CONTEXT, language, languages: ['nl', 'ar'] },
      { screenId, answers: ALONE, draft: 'd-1', saved: 0, ...state },
    ),
  )

/** The screen as it comes back after "next" with this filled in. */
const again = (screenId: string, given: Readonly<Record<string, unknown>>, language = 'nl'): Document => {
  const result = checkScreen(EVERY_ELEMENT, screenId, screenId === 'consent' ? {} : ALONE, given)
  const { unanswered, unansweredParts } = result.ok ? result : { unanswered: [], unansweredParts: [] }
  const findings = result.ok ? [] : result.findings
  return screen(screenId, { answers: { ...ALONE, ...given }, findings, unanswered, unansweredParts }, language)
}

const all = (page: Document, selector: string): readonly string[] => [...page.querySelectorAll(selector)].map(wordsOf)

const sentence = (page: Document, selector = '.wrong'): string => wordsOf(page.querySelector(selector))

describe('everybody, on every screen', () => {
  it.each(EVERY_ELEMENT.screens.map(({ id }) => id))('gets one heading, one form and ids that occur once: %s', (id) => {
    for (const state of [{ answers: ALONE }, { answers: RIGHT }]) {
      const page = screen(id, state)
      const ids = [...page.querySelectorAll('[id]')].map((element) => element.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect([page.querySelectorAll('h1').length, page.querySelectorAll('form').length]).toEqual([1, 1])
    }
  })

  it.each(EVERY_ELEMENT.screens.map(({ id }) => id))(
    'finds a label at every field, and what describes it: %s',
    (id) => {
      const page = again(id, {})
      for (const field of page.querySelectorAll('input:not([type=hidden]), select, textarea')) {
        const label = page.querySelector(`label[for="${field.id}"]`) ?? field.closest('label')
        expect([field.id, wordsOf(label) === '']).toEqual([field.id, false])
      }
      for (const described of page.querySelectorAll('[aria-describedby]'))
        for (const target of (described.getAttribute('aria-describedby') ?? '').split(' '))
          expect(page.getElementById(target)?.id).toBe(target)
    },
  )

  it.each(EVERY_ELEMENT.screens.map(({ id }) => id))('sends back exactly what the page shows: %s', (id) => {
    const page = screen(id, { answers: RIGHT })
    const { given, findings } = parseForm(EVERY_ELEMENT, sentBy(page, 'next'))
    const questions = EVERY_ELEMENT.screens.find((candidate) => candidate.id === id)?.questions ?? []
    const own = Object.entries(RIGHT).filter(([key]) => questions.includes(key.replace('-Comment', '')))
    expect(findings).toEqual([])
    expect(given).toEqual(Object.fromEntries(own))
  })

  it('can fill in all of it so that it is accepted', () => {
    expect(check(EVERY_ELEMENT, RIGHT)).toMatchObject({ ok: true })
  })
})

describe('somebody who is asked for consent', () => {
  it('has no way round it but to stop', () => {
    expect(all(screen('consent', { answers: {} }), '.actions button')).toEqual(['Verder', 'Terug'])
    expect(all(screen('living'), '.actions button')).toEqual(['Verder', 'Terug', 'Overslaan'])
  })

  it('reads what it is for when it stays empty, and no word about skipping', () => {
    const page = again('consent', {})
    expect(sentence(page)).toBe('Zonder dit antwoord kunt u niet verder. Wilt u niet antwoorden? Kies dan Stoppen.')
    expect(wordsOf(page.querySelector('.summary'))).not.toContain('Overslaan')
  })
})

describe('somebody who wants to answer in own words', () => {
  it('finds a field right below "anders", named after it', () => {
    const page = screen('living')
    expect(wordsOf(page.querySelector('.answer:has(#q-living-2) + .own label'))).toBe(
      'Koos u “Anders”? Schrijf dan op wat u bedoelt.',
    )
    expect(all(page, '.own .hint')[0]).toBe('Bijvoorbeeld: bij familie.')
  })

  it('is asked to choose it too, with the words still there', () => {
    const page = again('living', { living: 1, 'living-Comment': 'bij Jan' })
    expect(sentence(page)).toBe('U schreef hier iets op. Kies dan ook “Anders”. Of haal de tekst weg.')
    expect(page.querySelector<HTMLInputElement>('#q-living--other')?.value).toBe('bij Jan')
    expect(page.querySelector('.summary a')?.getAttribute('href')).toBe('#q-living--other')
  })

  it('finds it below a list that opens as well', () => {
    const page = again('town', { town: 3, 'town-Comment': 'x'.repeat(61) })
    expect(sentence(page)).toContain('1 teken te lang')
    expect(page.querySelector<HTMLSelectElement>('select')?.value).toBe('3')
  })
})

describe('somebody who gets a list that opens', () => {
  it('begins with nothing chosen, and finds the kinds of empty last', () => {
    const page = screen('town')
    expect(all(page, 'option')).toEqual([
      'Nog niets gekozen',
      'Oosterdorp',
      'Westerdorp',
      'Een ander dorp',
      'Weet ik niet',
    ])
    expect(page.querySelector<HTMLSelectElement>('select')?.value).toBe('')
  })
})

describe('somebody who gets pictures', () => {
  it('reads words beside each, and hears no picture', () => {
    const page = screen('matters')
    expect(all(page, '.pictures .answer')).toEqual([
      'Een eigen plek',
      'Mensen om mij heen',
      'Mijn gezondheid',
      'Genoeg geld',
    ])
    expect(page.querySelectorAll('.pictures svg[aria-hidden=true]')).toHaveLength(3)
    const image = page.querySelector('.pictures img')
    expect([image?.getAttribute('src'), image?.getAttribute('alt')]).toEqual(['/pictures/health.svg', ''])
  })
})

describe('somebody for whom not everything is offered', () => {
  it('does not see what is not there, and cannot choose what is closed', () => {
    const page = screen('help')
    expect(all(page, '.answer > span')).not.toContain('De buren van het vorige huis')
    const closed = page.querySelector<HTMLInputElement>('#q-help-1')
    expect([closed?.disabled, wordsOf(closed?.closest('label') ?? null)]).toEqual([
      true,
      'Iemand met wie ik samenwoon Dit kunt u hier niet kiezen.',
    ])
    expect(all(screen('trust'), 'fieldset fieldset h2')).not.toContain('Mijn partner telt mee')
    expect(all(screen('trust', { answers: RIGHT }), 'fieldset fieldset h2')).toContain('Mijn partner telt mee')
  })

  it('reads that a closed question needs no answer, and is not offered to skip it', () => {
    const page = screen('partner')
    expect(wordsOf(page.querySelector('.closed'))).toBe('Deze vraag hoeft u niet te beantwoorden.')
    expect(page.querySelectorAll('input:not([type=hidden]), textarea')).toHaveLength(0)
    expect(all(page, '.actions button')).toEqual(['Verder', 'Terug'])
  })
})

describe('somebody who puts things in order', () => {
  it('gets a list for each place', () => {
    const page = screen('wishes', { answers: { ...ALONE, wishes: [3] } })
    expect(all(page, '.rank label')).toEqual(['1e keuze', '2e keuze', '3e keuze'])
    expect([...page.querySelectorAll('select')].map(({ value }) => value)).toEqual(['3', '', ''])
  })

  it.each([
    [['', 2], 'Vul eerst uw 1e keuze in.', [true, false, false]],
    [[2, 2], 'Kies elk antwoord één keer.', [true, true, false]],
    [[2], 'Kies minstens 2 antwoorden.', [true, true, true]],
  ])('reads what to do about %j, and finds the choices as they were', (wishes, words, off) => {
    const page = again('wishes', { wishes })
    expect(sentence(page)).toBe(words)
    expect([...page.querySelectorAll('select')].map((select) => select.hasAttribute('aria-invalid'))).toEqual(off)
    expect(parseForm(EVERY_ELEMENT, sentBy(page, 'next')).given).toEqual({ wishes })
  })
})

describe('somebody who gets several sentences with the same answers', () => {
  it('answers them one by one, and is asked once more for the one that was left out', () => {
    const page = again('trust', { trust: { listen: 1 } })
    expect(all(page, '.summary li')).toEqual(['Ik krijg snel antwoord: U vulde hier nog niets in.'])
    expect(page.querySelector('.summary a')?.getAttribute('href')).toBe('#q-trust--2-0')
    expect(page.getElementById('q-trust--2-0')).not.toBeNull()
    expect(sentence(page)).toBe('U vulde hier nog niets in.')
  })

  it('is asked once for all of them when none was answered', () => {
    expect(all(again('trust', {}), '.summary li')).toEqual([
      'U vulde hier nog niets in. Wilt u niet antwoorden? Kies dan Overslaan.',
    ])
  })
})

describe('somebody who fills in a date', () => {
  it('writes day, month and year in fields of their own, with the keyboard for digits', () => {
    const page = screen('since')
    expect(all(page, '.date label')).toEqual(['Dag', 'Maand', 'Jaar', 'Maand', 'Jaar'])
    expect([...page.querySelectorAll('.date input')].map((field) => field.getAttribute('inputmode'))).toEqual(
      Array(5).fill('numeric'),
    )
    expect(all(page, '.hint')).toContain('Kies een datum van 1 januari 2015 tot en met 31 december 2026.')
  })

  const typed = (page: Document): readonly string[] =>
    [...page.querySelectorAll<HTMLInputElement>('.date input')].map(({ value }) => value)

  it.each([
    [{ 'since:day': '9', 'since:year': '2026' }, 'Vul de dag, de maand en het jaar alle drie in.', ['9', '', '2026']],
    [{ 'since:day': '30', 'since:month': '2', 'since:year': '2020' }, 'Deze dag staat niet', ['30', '2', '2020']],
    [{ 'since:day': '9', 'since:month': 'mei', 'since:year': '20' }, 'Gebruik alleen cijfers.', ['9', 'mei', '20']],
    [{ 'since:day': '9', 'since:month': '5', 'since:year': '1999' }, 'Kies een datum van', ['9', '5', '1999']],
    [{ 'moved:month': '13', 'moved:year': '2020' }, 'Deze maand bestaat niet.', ['13', '2020']],
    [{ 'moved:year': '2020' }, 'Vul de maand en het jaar allebei in.', ['', '2020']],
  ])('reads what to do about %j, and finds what was typed', (form, words, fields) => {
    const page = again('since', parseForm(EVERY_ELEMENT, { go: 'next', ...form }).given)
    expect(sentence(page)).toContain(words)
    expect(fields.length === 3 ? typed(page).slice(0, 3) : typed(page).slice(3)).toEqual(fields)
  })

  it.each([
    [{ 'since:day': '٩', 'since:month': '٤', 'since:year': '٢٠٢٠' }, { since: '2020-04-09' }],
    [{ 'since:day': ' 09 ', 'since:month': '04', 'since:year': '2020' }, { since: '2020-04-09' }],
    [{ 'since:day': '', 'since:month': ' ', 'since:year': '' }, {}],
    [{ 'moved:month': '4', 'moved:year': '2020' }, { moved: '2020-04' }],
  ])('can write it as %j', (form, given) => {
    expect(parseForm(EVERY_ELEMENT, { go: 'next', ...form }).given).toEqual(given)
  })
})

describe('somebody who fills in several fields of one question', () => {
  it('reads at each what there is to look at, and loses nothing', () => {
    const form = {
      'contact:role': ' thuiszorg ',
      'contact:times': '6 of 7',
      'contact:last:day': '9',
      'contact:last:year': '2020',
    }
    const { given } = parseForm(EVERY_ELEMENT, { go: 'next', ...form })
    const page = again('contact', given)
    expect(all(page, '.summary li')).toEqual([
      'Hoe vaak? Vul een getal in van 0 tot 99. Schrijf het met cijfers, bijvoorbeeld 6 of 1000.',
      'Wanneer was de laatste keer? Vul de dag, de maand en het jaar alle drie in.',
    ])
    expect(sentBy(page, 'next')).toMatchObject({ ...form, 'contact:last:month': '' })
    expect([...page.querySelectorAll('.summary a')].map((link) => link.getAttribute('href'))).toEqual([
      '#q-contact--times',
      '#q-contact--last-day',
    ])
  })
})

describe('somebody who writes an address of e-mail', () => {
  it('gets the keyboard for it and an example', () => {
    const page = again('mail', { mail: 'jan' })
    expect(page.querySelector('#q-mail')?.getAttribute('type')).toBe('email')
    expect(sentence(page)).toBe('Dit is geen e-mailadres. Schrijf het zo: naam@voorbeeld.nl.')
  })
})

describe('an author', () => {
  it('has the last word about an own rule, in the language of the page', () => {
    expect(sentence(again('weeks', { weeks: 120 }))).toBe('Meer dan 100 weken? Vul dan 100 in.')
    expect(sentence(again('weeks', { weeks: 120 }, 'ar'))).toBe('أكثر من 100 أسبوع؟ اكتبوا 100.')
  })

  it('shows prose and headings around a question, with links that keep the page', () => {
    const page = screen('living')
    expect(all(page, '.sections b')).toEqual(['Uw huis', 'Wonen'])
    expect(wordsOf(page.querySelector('.prose strong'))).toBe('waar u woont')
    expect(page.querySelector('.prose a')?.getAttribute('target')).toBe('_blank')
  })

  it('shows a value that was worked out, on a screen that asks nothing', () => {
    const page = screen('thanks', { answers: { ...ALONE, weeks: 12 } })
    expect(wordsOf(page.querySelector('.value'))).toBe('U wachtte in dagen: 84')
    expect(wordsOf(page.querySelector('h1'))).toBe('Over uw hulp')
    expect(wordsOf(page.querySelector('.progress b'))).toBe('Even lezen')
    expect(all(page, '.actions button')).toEqual(['Verder', 'Terug'])
  })

  it('fills answers into texts, as text whatever they hold', () => {
    const [town, ...rest] = EVERY_ELEMENT.questions.slice(2)
    if (town === undefined) throw new Error('no question to change')
    const piped = { ...town, title: { nl: 'Woont u "{living}" in een dorp?' } }
    const questions = [...EVERY_ELEMENT.questions.slice(0, 2), piped, ...rest]
    const html = renderScreen({ ...EVERY_ELEMENT, questions }, CONTEXT, {
      screenId: 'town',
      answers: { consent: true, living: 3, 'living-Comment': '<b>bij Jan</b>' },
      draft: null,
      saved: 0,
    })
    expect(wordsOf(parsed(html).querySelector('h1'))).toBe('Woont u "<b>bij Jan</b>" in een dorp?')
    expect(html).not.toContain('<b>bij Jan')
  })
})

describe('somebody who reads from right to left', () => {
  it.each(EVERY_ELEMENT.screens.map(({ id }) => id))('hears every text in its own language: %s', (id) => {
    const page = again(id, {}, 'ar')
    expect([page.documentElement.lang, page.documentElement.dir]).toEqual(['ar', 'rtl'])
    const dutch = [...page.querySelectorAll('main *')].filter(
      (element) =>
        [...element.childNodes].some(
          (node) =>
            node.nodeType === 3 &&
            /\p{Script=Latin}{4,}/u.test((node.textContent ?? '').replace('name@example.org', '')),
        ) && element.closest('[lang]')?.getAttribute('lang') === 'ar',
    )
    expect(dutch.map(wordsOf)).toEqual([])
  })

  it('reads the fields of a date and the places of an order in Arabic', () => {
    expect(all(screen('since', {}, 'ar'), '.date label').slice(0, 3)).toEqual(['اليوم', 'الشهر', 'السنة'])
    expect(all(screen('wishes', {}, 'ar'), '.rank label')[0]).toBe('الاختيار رقم 1')
  })
})

describe('somebody who looks all answers over before sending', () => {
  const page = parsed(
    renderReady(EVERY_ELEMENT, CONTEXT, {
      draft: 'd-1',
      withdrawalCode: 'K7P4HM9RT',
      answered: 13,
      skipped: 0,
      answers: { ...RIGHT, partner: '' },
    }),
  )
  const answered = (name: string): readonly string[] => [
    ...all(page, `.given > div:has(#given-${name}) dd:not(.change)`),
  ]

  it('reads each answer in words', () => {
    expect(
      ['consent', 'living', 'town', 'help', 'wishes', 'trust', 'since', 'moved', 'contact', 'weeks'].map(answered),
    ).toEqual([
      ['Ja'],
      ['Anders: Bij mijn zus'],
      ['Westerdorp'],
      ['Familie', 'Iemand anders: De dominee'],
      ['1. Meer tijd', '2. Sneller hulp'],
      ['Er wordt naar mij geluisterd: Tevreden', 'Ik krijg snel antwoord: Niet tevreden'],
      ['9 april 2020'],
      ['november 2019'],
      ['Met wie had u contact? thuiszorg', 'Hoe vaak? 3', 'Wanneer was de laatste keer? 31 mei 2026'],
      ['12'],
    ])
  })

  it('can go back to any of them', () => {
    const request = parseForm(EVERY_ELEMENT, sentBy(page, 'resume:since'))
    expect([request.go, request.screenId, request.findings]).toEqual(['resume', 'since', []])
  })

  it('finds them closed, since others may look along', () => {
    expect(page.querySelector('.given')?.closest('details')?.open).toBe(false)
  })
})

describe('a question that only a richer program can ask', () => {
  it('says so in a preview', () => {
    const signature = {
      type: 'signaturepad',
      name: 'town',
      path: '/pages/0/elements/0',
      title: { nl: 'Tekent u hier?' },
      required: false,
      sensitive: false,
      maxLength: 1000,
    } as const
    const questions = EVERY_ELEMENT.questions.map((question) => (question.name === 'town' ? signature : question))
    const html = renderScreen({ ...EVERY_ELEMENT, questions, richOnly: true }, CONTEXT, {
      screenId: 'town',
      answers: ALONE,
      draft: null,
      saved: 0,
    })
    expect(wordsOf(parsed(html).querySelector('.closed'))).toContain('werkt nog niet op een gewone webpagina')
  })
})
