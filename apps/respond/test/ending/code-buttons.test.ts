// @vitest-environment jsdom
import { renderDone } from '@klankbord/pages'
import { expect, it } from 'vitest'
import { codeButtons, type Keeping } from '../../src/ending/code-buttons.ts'
import { HELP, HELP_PAGE } from '../help-page.ts'

const page = (kiosk = false): Document =>
  new DOMParser().parseFromString(
    renderDone(
      HELP,
      { ...HELP_PAGE, action: kiosk ? '/v/ronde/kiosk' : '/v/ronde', ...(kiosk && { kiosk }) },
      { withdrawalCode: 'K7P4HM9RTXYZ' },
    ),
    'text/html',
  )
const button = (shown: Document, id: string): HTMLElement => {
  const found = shown.getElementById(id)
  if (found === null) throw new Error(`no such button: ${id}`)
  return found
}

it('shows nobody a button that only a script could answer', () => {
  expect(button(page(), 'keep').hidden).toBe(true)
})

it('copies the code as it was handed out, says so, and prints', async () => {
  const done: string[] = []
  const keeping: Keeping = {
    copy: (text) => {
      done.push(text)
      return Promise.resolve()
    },
    print: () => done.push('printed'),
  }
  const shown = page()
  codeButtons(shown, keeping)
  expect(button(shown, 'keep').hidden).toBe(false)
  button(shown, 'copy').click()
  button(shown, 'print').click()
  await Promise.resolve()
  expect(done).toEqual(['K7P4-HM9R-TXYZ', 'printed'])
  expect(button(shown, 'copy').textContent.trim()).toBe('Gekopieerd')
})

it('offers no copying where the browser has no clipboard, and claims nothing where it refuses', async () => {
  const without = page()
  codeButtons(without, { copy: null, print: () => undefined })
  expect([button(without, 'copy').hidden, button(without, 'print').hidden]).toEqual([true, false])
  const refusing = page()
  codeButtons(refusing, { copy: () => Promise.reject(new Error('not allowed')), print: () => undefined })
  button(refusing, 'copy').click()
  await Promise.resolve()
  expect(button(refusing, 'copy').textContent.trim()).toBe('Kopiëren')
})

it('leaves a screen that stands somewhere for everybody without them', () => {
  expect(page(true).getElementById('keep')).toBeNull()
})

it('prints the words that somebody goes on with later, and copies nothing', () => {
  const done: string[] = []
  const later = page()
  later.getElementById('copy')?.remove()
  const copy = (text: string): Promise<void> => Promise.resolve(void done.push(text))
  codeButtons(later, { copy, print: () => done.push('printed') })
  expect(button(later, 'keep').hidden).toBe(false)
  button(later, 'print').click()
  expect(done).toEqual(['printed'])
})
