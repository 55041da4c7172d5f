import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { EVERY_ELEMENT_IN_ARABIC } from '../test/every-element-in-arabic.ts'
import { expectAccessibleWithoutScripts, expectNoSidewaysScroll, openPage } from './browser.ts'
import { heading, press } from './respondent.ts'
import { importRound, untilOffered } from './rounds.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><path d="M0 8V4l4-4 4 4v4z" fill="navy"/></svg>'

const here = serverAndBrowser()

let address: string

beforeAll(async () => {
  address = `${here.server.origin}/v/${await importRound(here.server, EVERY_ELEMENT_IN_ARABIC, { released: ['ar'] })}`
  const pictures = join(here.server.dataFolder, 'pictures')
  await mkdir(pictures, { recursive: true })
  for (const name of ['house.svg', 'rest.svg']) await writeFile(join(pictures, name), DRAWING)
})

/** What is filled in, by the name of the field: what to choose, or what to write. */
type Filling = Readonly<Record<string, string>>

/** What somebody does on each screen, by the heading of the page. */
const ON_SCREEN: readonly (readonly [string, Filling])[] = [
  ['هل تشاركون؟', { consent: 'true' }],
  ['كيف تسكنون؟', { living: 'other', 'living-Comment': 'عند أختي' }],
  ['في أي قرية تسكنون؟', { town: '2' }],
  ['ما الأهم الآن؟', { matters: '2' }],
  ['من يساعدكم؟', { help: '1' }],
  ['ما الذي يجب أن يتحسن أولاً؟', { 'wishes:1': '2', 'wishes:2': '1', 'wishes:3': '3' }],
  ['ما مدى رضاكم؟', { 'trust:listen': '1', 'trust:2': '1' }],
  [
    'متى',
    {
      'since:day': '٩',
      'since:month': '٤',
      'since:year': '٢٠٢٠',
      'moved:month': '11',
      'moved:year': '2019',
      'planned:day': '31',
      'planned:month': '12',
      'planned:year': '2199',
    },
  ],
  ['ما هو بريدكم الإلكتروني؟', { mail: 'naam@voorbeeld.example' }],
  [
    'أخبرونا عن تواصلكم',
    {
      'contact:role': 'الرعاية المنزلية thuiszorg',
      'contact:times': '3',
      'contact:last:day': '31',
      'contact:last:month': '5',
      'contact:last:year': '2026',
    },
  ],
  ['ما رأي شريككم؟', { partner: 'جيد' }],
  ['أي درجة تعطون للمساعدة؟', { grade: '8' }],
  ['كم أسبوعاً حصلتم على المساعدة؟', { weeks: '٢' }],
  ['كم مرة جاء أحد خلال 2 أسابيع؟', { visits: '14' }],
  ['ما الذي يمكن تحسينه؟', { wish: 'وقت أكثر' }],
  ['في الختام', {}],
]

/** Goes on with nothing filled in, or with what cannot be right, to see the page that asks to look again. */
const MISTAKES: Readonly<Record<string, readonly Filling[]>> = {
  'هل تشاركون؟': [{}],
  'كيف تسكنون؟': [{ 'living-Comment': 'عند أختي' }],
  'ما الذي يجب أن يتحسن أولاً؟': [{ 'wishes:2': '2' }],
  'ما مدى رضاكم؟': [{}],
  متى: [{ 'since:day': '30', 'since:month': '2' }],
  'أخبرونا عن تواصلكم': [{ 'contact:times': '100' }],
  'كم مرة جاء أحد خلال 2 أسابيع؟': [{ visits: '15' }],
}

/** What stands on an Arabic page in our letters: who asks, the software, villages, a language in its own words, what was typed. */
const NAMES =
  /Klankbord|De proefraad|Oosterdorp|Westerdorp|Nederlands|naam@voorbeeld\.example|name@example\.org|thuiszorg/g

/** Words in our letters that somebody sees or hears on the page who reads Arabic, but for names, a code and addresses. */
async function wordsInOurLetters(page: Page): Promise<readonly string[]> {
  const texts = await page.locator('html').evaluate((html) => {
    const body = html.querySelector('body')?.cloneNode(true)
    if (!(body instanceof Element)) throw new Error('a page without a body')
    for (const apart of body.querySelectorAll('.code, .code-field, a:is([href*="/withdraw"], [href*="/start"]) bdi'))
      apart.remove()
    // A language is offered in its own words.
    for (const name of body.querySelectorAll('.languages [lang=en]'))
      name.textContent = name.textContent.replace('English', '')
    const spoken = [...body.querySelectorAll('*')].flatMap((element) =>
      ['aria-label', 'title', 'alt', 'placeholder', 'value'].flatMap((name) =>
        name === 'value' && !element.matches('input[type=text], input[type=email]')
          ? []
          : (element.getAttribute(name) ?? []),
      ),
    )
    return [html.querySelector('title')?.textContent ?? '', body.textContent ?? '', ...spoken]
  })
  return texts.flatMap((text) => text.replaceAll(NAMES, '').match(/\p{Script=Latin}{2,}/gu) ?? [])
}

async function fillIn(page: Page, filling: Filling): Promise<void> {
  for (const [name, value] of Object.entries(filling)) {
    const choice = page.locator(`main input[name="${name}"][value="${value}"]:is([type=radio], [type=checkbox])`)
    const list = page.locator(`main select[name="${name}"]`)
    if ((await choice.count()) > 0) await choice.check()
    else if ((await list.count()) > 0) await list.selectOption(value)
    else await page.locator(`main [name="${name}"]`).fill(value)
  }
}

describe('somebody on a phone with JavaScript switched off who reads Arabic', () => {
  it('fills in every element from right to left, is helped with each mistake, and sends it', async () => {
    const { page, context } = await openPage(here.browser, { javaScript: false })
    const look = async (): Promise<void> => {
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
      expect(await wordsInOurLetters(page)).toEqual([])
      await expectAccessibleWithoutScripts(here.browser, page)
      for (const width of [320, 390]) {
        await page.setViewportSize({ width, height: 844 })
        await expectNoSidewaysScroll(page)
      }
    }
    await untilOffered(address, 'ar')
    await page.goto(address)
    await press(page, 'العربية')
    await look()
    await press(page, 'أشارك')
    for (const [title, filling] of ON_SCREEN) {
      expect(await heading(page)).toBe(title)
      await look()
      expect(await arrivedPictures(page)).toEqual('matters' in filling ? [true, true] : [])
      for (const mistake of MISTAKES[title] ?? []) {
        await fillIn(page, mistake)
        await press(page, 'التالي')
        expect([await heading(page), await page.locator('.summary').count()]).toEqual([title, 1])
        await look()
      }
      await fillIn(page, filling)
      await press(page, 'التالي')
    }
    await page.getByText('اطّلعوا على إجاباتكم').click()
    await look()
    const answers = await page.locator('.given').innerText()
    for (const words of ['نعم', 'غير ذلك، وهو', 'عند أختي', 'وقت أكثر', 'naam@voorbeeld.example', 'Westerdorp', '14'])
      expect(answers).toContain(words)
    await press(page, 'إرسال')
    expect(await page.locator('main').innerText()).toMatch(/[A-Z2-9]{4}\s+[A-Z2-9]{4}\s+[A-Z2-9]{4}/)
    await look()
    for (const other of [`${address}/withdraw?lang=ar`, `${here.server.origin}/v/nergens?lang=ar`]) {
      await page.goto(other)
      await look()
    }
    await context.close()
  })
})

/** Of each picture on the page whether it arrived. */
async function arrivedPictures(page: Page): Promise<readonly boolean[]> {
  await page.waitForLoadState('load')
  return page
    .locator('main img')
    .evaluateAll((images) => images.map((image) => image instanceof HTMLImageElement && image.naturalWidth > 0))
}
