// @vitest-environment jsdom
import { renderFront, type FrontState, type PageContext } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { CONTEXT, QUESTIONNAIRE } from '../fixture.ts'
import { parsed, wordsOf } from '../parsed.ts'

const CLOCK = { today: '2027-03-01' }
const OPEN: FrontState = { phase: 'open', refused: null, erased: false, publications: [] }
const front = (state: Partial<FrontState>, more: Partial<PageContext> = {}): Document =>
  parsed(renderFront(QUESTIONNAIRE, { ...CONTEXT, clock: CLOCK, ...more }, { ...OPEN, ...state }))
/** Where each of the four choices leads; null where it leads nowhere now. */
const ways = (page: Document): readonly (string | null)[] =>
  [...page.querySelectorAll('.front > li')].map((choice) => choice.querySelector('a')?.getAttribute('href') ?? null)
const notes = (page: Document): readonly string[] =>
  [...page.querySelectorAll('.front > li')].map((choice) => wordsOf(choice.querySelector('.note')))

describe('somebody who typed the address from a letter', () => {
  it('chooses between four things, without a script and without a form', () => {
    const page = front({ publications: [{ address: '/r/een', publishedOn: '2027-07-01' }] })
    expect(ways(page)).toEqual([
      '/v/hulp-2027?lang=nl',
      '/v/hulp-2027/resume?lang=nl',
      '/v/hulp-2027/withdraw?lang=nl',
      '/r/een?lang=nl',
    ])
    expect([...page.querySelectorAll('.front b')].map(wordsOf)).toEqual([
      'De vragen invullen',
      'Verder waar ik gebleven was',
      'Mijn antwoorden laten wissen',
      'De uitkomsten lezen',
    ])
    expect(page.querySelector('script')).toBeNull()
  })

  it('reads who asks, in a language of their own, and whom they can call', () => {
    const page = front({}, { language: 'ar' })
    expect(page.documentElement.dir).toBe('rtl')
    const buttons = [...page.querySelectorAll<HTMLButtonElement>('.languages button')]
    expect(buttons.map(({ name, value, lang }) => [name, value, lang])).toEqual([
      ['lang', 'nl', 'nl'],
      ['lang', 'en', 'en'],
      ['lang', 'ar', 'ar'],
    ])
    expect(buttons[0]?.form?.method).toBe('get')
    expect(wordsOf(page.querySelector('main'))).toContain('Gemeente Voorbeeldstad')
    expect(page.querySelector('footer a[href^="tel:"]')?.getAttribute('href')).toBe('tel:08000000000')
  })

  it('keeps the numbers of the choices whatever can be done now', () => {
    for (const phase of ['before', 'open', 'finishing', 'over'] as const)
      expect(front({ phase }).querySelectorAll('.front > li')).toHaveLength(4)
  })
})

describe('what is true now', () => {
  it('is the day on which it begins, and nothing to go on with or to erase yet', () => {
    const page = front({ phase: 'before' }, { opensOn: '2027-04-01' })
    expect(ways(page)).toEqual([null, null, null, null])
    expect(notes(page)[0]).toBe('Deze vragenlijst begint op 1 april 2027')
  })

  it('is until when people may begin, and until when they can surely have their answers erased', () => {
    const keeps = { ...CONTEXT.keeps, surelyUntil: '2029-03-31' }
    const said = notes(front({}, { closesOn: '2027-03-31', keeps }))
    expect(said[0]).toContain('U kunt beginnen tot en met 31 maart 2027.')
    expect(said[2]).toContain('Dat kan in elk geval tot en met 31 maart 2029.')
  })

  it('is for who had begun that they may finish, and with an unused code that they may still begin', () => {
    const open = front({ phase: 'finishing' }, { finishBy: '2027-04-21' })
    expect(ways(open).slice(0, 2)).toEqual([null, '/v/hulp-2027/resume?lang=nl'])
    expect(notes(open)[1]).toContain('U kunt tot en met 21 april 2027 afmaken.')
    const coded = front({ phase: 'finishing' }, { finishBy: '2027-04-21', mode: 'codeAnonymous' })
    expect(ways(coded)[0]).toBe('/v/hulp-2027?lang=nl')
    expect(notes(coded)[0]).toContain('Heeft u een code die nog niet is gebruikt?')
  })

  it('is after the end that answers can still be erased, until they are', () => {
    expect(ways(front({ phase: 'over' }))).toEqual([null, null, '/v/hulp-2027/withdraw?lang=nl', null])
    const erased = front({ phase: 'over', erased: true })
    expect(ways(erased)).toEqual([null, null, null, null])
    expect(notes(erased)[2]).toBe('De antwoorden van iedereen zijn al gewist.')
  })

  it.each(['full', 'otherWay'] as const)('is why nobody begins here: %s', (refused) => {
    const page = front({ refused }, { otherWays: ['paper'] })
    expect(ways(page)[0]).toBeNull()
    expect(page.querySelector('a[href="/v/hulp-2027/other?lang=nl"]')).not.toBeNull()
  })
})

describe('the results', () => {
  it('are promised for a day, or are not, and a day that is over is no promise any more', () => {
    expect(notes(front({}, { resultsFrom: '2027-07-01' }))[3]).toBe('Die zijn hier vanaf 1 juli 2027.')
    expect(notes(front({}))[3]).toContain('We weten nog niet wanneer ze komen.')
    expect(notes(front({}, { resultsFrom: '2027-02-01' }))[3]).toContain('Het duurt langer dan we zeiden.')
  })

  it('stand there with the newest first once they are published, also before the day', () => {
    const publications = [
      { address: '/r/twee', publishedOn: '2027-09-01' },
      { address: '/r/een', publishedOn: '2027-07-01' },
    ]
    const page = front({ publications }, { resultsFrom: '2027-10-01' })
    expect(ways(page)[3]).toBe('/r/twee?lang=nl')
    expect([...page.querySelectorAll('.older a')].map(wordsOf)).toEqual(['De uitkomsten van 1 juli 2027'])
  })

  it('of another round say which, and are never taken for those of this one', () => {
    const publications = [{ address: '/r/voorjaar', publishedOn: '2027-01-01', round: { nl: 'Voorjaar 2026' } }]
    const page = front({ publications })
    expect(ways(page)[3]).toBeNull()
    expect(notes(page)[3]).toContain('Die zijn er nog niet.')
    const [link] = page.querySelectorAll('.older a')
    expect(wordsOf(link ?? null)).toBe('De uitkomsten van een andere ronde: Voorjaar 2026 (1 januari 2027)')
    expect(link?.getAttribute('href')).toBe('/r/voorjaar?lang=nl')
  })
})
