import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { openPage } from './browser.ts'
import { pressOn, tabTo, type Focused } from './keyboard.ts'
import { measuredWaves, type MeasuredWaves } from './measured/measured-waves.ts'
import { serverAndBrowser } from './server-and-browser.ts'

const IS_FULL = process.env['KLANKBORD_TIER'] === 'full'
const PATIENCE = 300_000
/** What is typed in a field, by the end of its name. */
const TYPED: Readonly<Record<string, string>> = {
  weeks: '12',
  times: '3',
  mail: 'naam@voorbeeld.example',
  day: '9',
  month: '4',
  year: '2020',
}

const CONSENTS = ['take_part', 'quote_me']

const here = serverAndBrowser()
let waves: MeasuredWaves

beforeAll(async () => {
  waves = await measuredWaves(here.server)
}, PATIENCE)

const isNext = ({ tag, value }: Focused): boolean => tag === 'BUTTON' && ['next', 'start', 'submit'].includes(value)
const isField = ({ tag, type, name }: Focused): boolean =>
  (tag === 'SELECT' && name !== 'helped.by') || tag === 'TEXTAREA' || (tag === 'INPUT' && type !== 'hidden')
const screenOf = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLInputElement>('main [name=screen]')?.value ?? '')

/** Chooses, and changes the choice, as keys do in each kind of field. */
async function operate(page: Page, { tag, type, name }: Focused, place: number): Promise<void> {
  const checked = (): Promise<string | undefined> =>
    page.evaluate((field) => document.querySelector<HTMLInputElement>(`main [name="${field}"]:checked`)?.value, name)
  if (CONSENTS.includes(name)) {
    await page.keyboard.press('Space')
    expect(await checked()).toBe('true')
  } else if (type === 'radio') {
    await page.keyboard.press('Space')
    const first = await checked()
    await page.keyboard.press('ArrowDown')
    const second = await checked()
    expect([typeof first, typeof second, first === second]).toEqual(['string', 'string', false])
  } else if (type === 'checkbox') {
    await page.keyboard.press('Space')
    expect(await page.evaluate(() => document.activeElement?.matches(':checked'))).toBe(true)
    // Ticked and emptied again, but for the first.
    if (place > 0) await page.keyboard.press('Space')
  } else if (tag === 'SELECT') {
    for (let step = 0; step <= place; step += 1) await page.keyboard.press('ArrowDown')
  } else {
    await page.keyboard.type(TYPED[name.split(':').at(-1) ?? ''] ?? 'De hulp kwam op tijd.')
  }
}

/** Fills in every field of the page from top to bottom, and stops on the button that goes on. */
async function fillIn(page: Page): Promise<void> {
  const done = new Set<string>()
  for (let place = 0; ; place += 1) {
    const focused = await tabTo(page, (each) => isNext(each) || (isField(each) && !done.has(keyOf(each))))
    if (isNext(focused)) return
    done.add(keyOf(focused))
    if (!focused.name.endsWith('-Comment')) await operate(page, focused, place)
  }
}

const keyOf = ({ type, name, value }: Focused): string => (type === 'checkbox' ? `${name}=${value}` : name)

describe.each(IS_FULL ? [{ javaScript: false }, { javaScript: true }] : [{ javaScript: false }])(
  'somebody without a mouse, with JavaScript: $javaScript',
  ({ javaScript }) => {
    it(
      'fills in every element with Tab, space, arrows, letters and Enter, and always sees where the focus is',
      async () => {
        const { page, context } = await openPage(here.browser, { javaScript })
        await page.goto(`${here.server.origin}/v/${waves.open}?lang=nl`)
        await fillIn(page)
        await pressOn(page, 'Enter')
        const seen: string[] = []
        while ((await page.locator('button[value=submit]:not(.enter)').count()) === 0) {
          const screen = await screenOf(page)
          expect(seen, 'Enter goes on, never back').not.toContain(screen)
          seen.push(screen)
          await fillIn(page)
          await pressOn(page, 'Enter')
        }
        expect(seen).toEqual(
          expect.arrayContaining(['living', 'feeling', 'wishes', 'trust', 'contact', 'story', 'since']),
        )
        await tabTo(page, ({ value }) => value === 'submit')
        await pressOn(page, 'Enter')
        expect(await page.locator('main .code').count()).toBe(1)
        await context.close()
      },
      PATIENCE,
    )

    it(
      'goes on with Enter in a field, back, past a question, to another language, and stops and goes on',
      async () => {
        const { page, context } = await openPage(here.browser, { javaScript })
        await page.goto(`${here.server.origin}/v/${waves.open}?lang=nl`)
        await fillIn(page)
        await pressOn(page, 'Enter')
        const press = async (value: string): Promise<string> => {
          await tabTo(page, (focused) => focused.tag === 'BUTTON' && focused.value === value)
          await pressOn(page, 'Enter')
          return screenOf(page)
        }
        while ((await screenOf(page)) !== 'weeks') await press(await skipOrNext(page))
        await tabTo(page, ({ name }) => name === 'weeks')
        await page.keyboard.type('12')
        await pressOn(page, 'Enter')
        expect(await screenOf(page)).toBe('mail')
        expect(await press('back')).toBe('weeks')
        expect(await press('skip')).toBe('mail')
        await tabTo(page, ({ tag, text }) => tag === 'SUMMARY' && text === 'Taal')
        await page.keyboard.press('Enter')
        expect(await press('language:en')).toBe('mail')
        expect(await page.locator('html').getAttribute('lang')).toBe('en')
        await press('stop')
        expect(await press('resume')).toBe('mail')
        await context.close()
      },
      PATIENCE,
    )
  },
)

/** A question is passed over; what asks nothing, or blocks, is gone on from. */
async function skipOrNext(page: Page): Promise<string> {
  return (await page.locator('button[value=skip]').count()) > 0 ? 'skip' : 'next'
}
