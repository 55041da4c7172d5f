// @vitest-environment jsdom
import { renderDone, renderNotice, renderWithdraw, renderWithdrawn, type PageContext } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { CONTEXT, QUESTIONNAIRE } from './fixture.ts'
import { parsed, wordsOf } from './parsed.ts'

const HERE: PageContext = {
  ...CONTEXT,
  front: 'voorbeeldstad.example/hulp-2027',
  clock: { today: '2027-03-01' },
  keeps: { ...CONTEXT.keeps, surelyUntil: '2029-02-28' },
}
const done = (more: Partial<PageContext> = {}): Document =>
  parsed(renderDone(QUESTIONNAIRE, { ...HERE, ...more }, { withdrawalCode: 'K7P4HM9RTXYZ' }))
const said = (page: Document): string => wordsOf(page.querySelector('main'))

describe('somebody who sent their answers', () => {
  it('reads what the code is for, that they need not keep it, and until when it surely works', () => {
    expect(said(done())).toContain('Wilt u dat niet? Dan heeft u de code niet nodig.')
    expect(said(done())).toContain('Dat kan in elk geval tot en met 28 februari 2029.')
    expect(said(done({ keeps: CONTEXT.keeps }))).not.toContain('in elk geval')
  })

  it('reads where and from which day the results are, or that nobody knows the day yet', () => {
    const page = done({ resultsFrom: '2027-07-01' })
    expect(said(page)).toContain('Vanaf 1 juli 2027 leest u op voorbeeldstad.example/hulp-2027 wat eruit kwam.')
    expect(page.querySelector('a[href="/v/hulp-2027/start?lang=nl"]')).not.toBeNull()
    expect(said(done())).toContain('We weten nog niet wanneer u de uitkomsten kunt lezen.')
    expect(said(done({ resultsFrom: '2027-02-01' }))).not.toContain('februari 2027')
  })

  it('reads on a screen for everybody addresses to write down, and no links to them', () => {
    const page = done({ kiosk: true, action: '/v/hulp-2027/kiosk', resultsFrom: '2027-07-01' })
    expect([...page.querySelectorAll('main a')].map((link) => link.getAttribute('href'))).toEqual([
      '/v/hulp-2027/kiosk',
    ])
    expect(said(page)).toContain('voorbeeldstad.example/hulp-2027/wissen')
    expect(said(page)).toContain('voorbeeldstad.example/hulp-2027')
  })
})

describe('somebody who wants their answers erased', () => {
  const withdraw = (more: Partial<PageContext>, state = {}): Document =>
    parsed(renderWithdraw({ ...HERE, ...more }, state))

  it('reads until when, what is so without a code, and finds the way back', () => {
    const page = withdraw({})
    expect(said(page)).toContain('Dat kan in elk geval tot en met 28 februari 2029.')
    expect(said(page)).toContain('Wij kunnen de code niet voor u opzoeken.')
    expect(page.querySelector('main a[href="/v/hulp-2027/start?lang=nl"]')).not.toBeNull()
    expect(withdraw({ kiosk: true, action: '/v/hulp-2027/kiosk' }).querySelector('main a')?.getAttribute('href')).toBe(
      '/v/hulp-2027/kiosk',
    )
  })

  it('is asked for no code once all answers are gone', () => {
    const page = withdraw({}, { erased: true })
    expect(said(page)).toContain('De antwoorden van iedereen zijn al gewist.')
    expect(page.querySelector('input[name="code"]')).toBeNull()
    expect(page.querySelector('button[value="language:ar"]')).not.toBeNull()
  })

  it('finds the way to the other choices afterwards', () => {
    expect(parsed(renderWithdrawn(HERE)).querySelector('main a[href="/v/hulp-2027/start?lang=nl"]')).not.toBeNull()
  })
})

describe('a page that says why there is no other', () => {
  it('leads to the four choices, and without a wave says who can help', () => {
    const known = parsed(renderNotice(HERE, 'sealed', 'nl'))
    expect(known.querySelector('main a[href="/v/hulp-2027/start?lang=nl"]')).not.toBeNull()
    expect(known.querySelector('footer a[href^="tel:"]')).not.toBeNull()
    expect(said(parsed(renderNotice(null, 'unknownWave', 'nl')))).toContain('bij wie u hulp kunt vragen')
  })
})
