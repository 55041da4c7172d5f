// @vitest-environment jsdom
import { renderScreen, type ScreenState } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { CONTEXT, QUESTIONNAIRE } from './fixture.ts'
import { parsed, sentBy, wordsOf } from './parsed.ts'

const source = (screenId: string, state: Partial<ScreenState> = {}): string =>
  renderScreen(QUESTIONNAIRE, CONTEXT, { screenId, answers: {}, draft: 'd-1', saved: 0, ...state })

const screen = (screenId: string, state: Partial<ScreenState> = {}): Document => parsed(source(screenId, state))

const labels = (page: Document, selector: string): readonly string[] =>
  [...page.querySelectorAll(selector)].map(wordsOf)

describe('somebody who gets a question', () => {
  it('reads the question as the heading of the page and in the tab', () => {
    const page = screen('quick')
    expect(wordsOf(page.querySelector('legend h1'))).toBe('“De hulp kwam snel genoeg.”')
    expect(wordsOf(page.querySelector('legend .lead'))).toBe('Bent u het eens met deze zin?')
    expect(page.title).toBe('Vraag 1: De hulp kwam snel genoeg. – Gemeente Voorbeeldstad (voorbeeld)')
  })

  it('knows how far it is in words', () => {
    expect(wordsOf(screen('quick').querySelector('.progress'))).toBe('Vraag 1 van ongeveer 6 nog 3 minuten')
    expect(wordsOf(screen('weeks', { answers: { quick: 5 } }).querySelector('.progress b'))).toBe(
      'Vraag 3 van ongeveer 7',
    )
    expect(wordsOf(screen('alone').querySelector('.progress b'))).toBe('Vraag 5 tot en met 6 van ongeveer 6')
  })

  it('is never told that more minutes are left than before, and reads nothing until that is true again', () => {
    const words = (screenId: string, minutesSaid: number): readonly string[] => {
      const page = screen(screenId, { answers: { quick: 5 }, minutesSaid })
      const carried = sentBy(page, 'next')['minutes']
      return [wordsOf(page.querySelector('.progress span')), String(carried)]
    }
    expect(words('kinds', 4)).toEqual(['nog 4 minuten', '4'])
    expect(words('kinds', 3)).toEqual(['', '3'])
    expect(words('alone', 3)).toEqual(['nog 3 minuten', '3'])
    expect(words('wish', 3)).toEqual(['nog 2 minuten', '2'])
  })

  it('finds everything in the same order on every screen', () => {
    const order = [
      '.strip',
      '.owner',
      'details.language',
      '.progress',
      'h1',
      '.actions',
      '.primary',
      '.state',
      '.foot-row',
      '.layer',
      '.help',
    ]
    for (const { id } of QUESTIONNAIRE.screens) {
      const page = screen(id, { saved: 1 })
      const places = order.map((selector) =>
        [...page.querySelectorAll('*')].findIndex((element) => element.matches(selector)),
      )
      expect(places).toEqual(places.toSorted((a, b) => a - b))
      expect(places).not.toContain(-1)
    }
  })

  it('goes on with Enter, though the language stands above the question', () => {
    const buttons = [...screen('weeks').querySelectorAll('button')].filter(({ form }) => form !== null)
    expect(buttons[0]?.value).toBe('next')
    expect(labels(screen('weeks'), '.actions button')).toEqual(['Verder', 'Terug', 'Overslaan'])
  })

  it('finds "weet ik niet" and "wil ik niet zeggen" apart from the answers', () => {
    expect(labels(screen('quick'), '.answers .answer')).toHaveLength(5)
    expect(labels(screen('quick'), '.apart .answer')).toEqual(['Weet ik niet', 'Wil ik niet zeggen'])
  })

  it('finds an answer that stands alone below the others, and reads what that means', () => {
    expect(labels(screen('kinds'), '.alone .answer')).toEqual([
      'Ik krijg nu geen hulp Kiest u dit? Laat de antwoorden hierboven dan leeg.',
    ])
  })

  it('sees again what was answered before', () => {
    const checked = (page: Document): readonly string[] =>
      [...page.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)
    expect(checked(screen('quick', { answers: { quick: -3 } }))).toEqual(['-3'])
    expect(checked(screen('kinds', { answers: { kinds: [1, 3] } }))).toEqual(['1', '3'])
    expect(checked(screen('alone', { answers: { alone: false } }))).toEqual(['false'])
    expect(screen('weeks', { answers: { weeks: 6 } }).querySelector<HTMLInputElement>('#q-weeks')?.value).toBe('6')
  })

  it('reads that answers are saved only when some are', () => {
    expect(wordsOf(screen('weeks', { saved: 2 }).querySelector('[role=status]'))).toBe(
      'Alles tot nu toe is opgeslagen, zolang deze pagina open blijft',
    )
    expect(screen('weeks').querySelector('[role=status]')).toBeNull()
    expect(source('weeks')).not.toContain('pgeslagen')
  })

  it('can change the language with the answer on the page going along', () => {
    const page = screen('weeks', { answers: { weeks: '6 of 7' } })
    expect(labels(page, '.language button')).toEqual(['Nederlands', 'English', 'العربية'])
    expect(sentBy(page, 'language:ar')).toMatchObject({
      go: 'language:ar',
      screen: 'weeks',
      weeks: '6 of 7',
      draft: 'd-1',
    })
  })

  it('can stop with the answer on the page going along', () => {
    expect(sentBy(screen('quick', { answers: { quick: 2 } }), 'stop')).toMatchObject({ go: 'stop', quick: '2' })
  })

  it('reads who asks, what is kept, and that filling in twice cannot be ruled out in an open wave', () => {
    const text = wordsOf(screen('quick').querySelector('.foot .layer'))
    expect(text).toContain('Gemeente Voorbeeldstad stelt deze vragen.')
    expect(text).toContain('wij niet zeker of iemand twee keer meedoet')
    expect(text).toContain('uw antwoorden, de week waarin u ze verstuurt en de taal')
    const confidential = renderScreen(
      QUESTIONNAIRE,
      { ...CONTEXT, mode: 'codeConfidential' },
      { screenId: 'quick', answers: {}, draft: null, saved: 0 },
    )
    expect(wordsOf(parsed(confidential).querySelector('.foot .layer'))).toContain(
      'Uw antwoorden zijn dus niet anoniem.',
    )
  })

  it('can call for help', () => {
    expect(screen('quick').querySelector('a.phone')?.getAttribute('href')).toBe('tel:08000000000')
  })

  it('keeps the lines and spaces of what was written before', () => {
    const wish = '\n\n  Meer tijd.\n   En rust.'
    const page = screen('wish', { answers: { quick: 5, wish } })
    expect(page.querySelector('textarea')?.value).toBe(wish)
  })

  it('gets the keyboard that a number needs', () => {
    const keyboard = (min: number | undefined, step: number | undefined): string | null => {
      const questions = QUESTIONNAIRE.questions.map((question) => {
        if (question.type !== 'number') return question
        const { type, name, path, title, required, sensitive } = question
        const bare = { type, name, path, title, required, sensitive }
        return { ...bare, ...(min === undefined ? {} : { min }), ...(step === undefined ? {} : { step }) }
      })
      const page = parsed(
        renderScreen({ ...QUESTIONNAIRE, questions }, CONTEXT, {
          screenId: 'weeks',
          answers: {},
          draft: null,
          saved: 0,
        }),
      )
      return page.querySelector('#q-weeks')?.getAttribute('inputmode') ?? null
    }
    expect([keyboard(0, 1), keyboard(0, undefined), keyboard(-5, 1), keyboard(undefined, 1)]).toEqual([
      'numeric',
      'decimal',
      null,
      null,
    ])
  })

  it('sees a question behind a condition when a researcher previews it', () => {
    expect(wordsOf(screen('wish').querySelector('h1'))).toBe('Wat kan beter?')
  })
})

describe('a page', () => {
  it.each(QUESTIONNAIRE.screens.map(({ id }) => id))(
    'works without script and asks nobody else for anything: %s',
    (id) => {
      const page = screen(id)
      expect(page.querySelectorAll('script, img, iframe, object, [style], link:not([href="data:,"])')).toHaveLength(0)
      const handlers = [...page.querySelectorAll('*')]
        .flatMap(({ attributes }) => [...attributes])
        .filter(({ name }) => name.startsWith('on'))
      expect(handlers).toEqual([])
      expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
      expect(page.querySelector('meta[name=referrer]')?.getAttribute('content')).toBe('no-referrer')
    },
  )

  it('has no draft in its address', () => {
    expect(screen('quick').querySelector('form')?.getAttribute('action')).toBe('/v/hulp-2027')
  })

  it('has one form, one heading, and ids that occur once', () => {
    for (const { id } of QUESTIONNAIRE.screens) {
      const page = screen(id)
      const ids = [...page.querySelectorAll('[id]')].map((element) => element.id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(page.querySelectorAll('form')).toHaveLength(1)
      expect(page.querySelectorAll('h1')).toHaveLength(1)
    }
  })

  it('can not be made of a screen that is not there', () => {
    expect(() => source('nowhere')).toThrow(expect.objectContaining({ code: 'unknownScreen' }))
  })
})
