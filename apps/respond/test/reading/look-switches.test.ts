// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { reading } from '../../src/reading/attach-reading.ts'
import { fakeSound } from './heard.ts'
import { press, showScreen } from './shown-page.ts'

const field = (): string => document.querySelector<HTMLInputElement>('[name=look]')?.value ?? ''

describe('somebody who changes how the pages look', () => {
  let sent = 0
  beforeEach(() => {
    sent = 0
  })
  const attach = (aloud: ReturnType<typeof reading>, shown: Document): void => {
    aloud.attach(shown)
    document.querySelector('form')?.addEventListener('submit', () => (sent += 1))
  }

  it('sees it at once, and sends nothing', () => {
    attach(reading(fakeSound(null)), showScreen(0))
    press('Grote letters')
    press('Rustig beeld')
    expect([...document.documentElement.classList].toSorted()).toEqual(['calm', 'large'])
    expect(document.querySelector('[value="look:large"]')?.getAttribute('aria-checked')).toBe('true')
    expect(field()).toBe('large calm')
    press('Grote letters')
    expect(document.documentElement.className).toBe('calm')
    expect(sent).toBe(0)
  })

  it('sees it on every later page, also when that comes without it', () => {
    const aloud = reading(fakeSound(null))
    attach(aloud, showScreen(0))
    press('Meer contrast')
    attach(aloud, showScreen(1))
    expect(document.documentElement.className).toBe('contrast')
    expect(field()).toBe('contrast')
  })

  it('goes on with what the page came with', () => {
    attach(reading(fakeSound(null)), showScreen(0, { look: { on: ['large', 'slow'] } }))
    press('Rustig beeld')
    expect(field()).toBe('large slow calm')
    expect([...document.documentElement.classList].toSorted()).toEqual(['calm', 'large'])
  })
})
