// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { renderLater } from '../../src/resume/render-later.ts'
import { CONTEXT, QUESTIONNAIRE } from '../fixture.ts'
import { parsed } from '../parsed.ts'

const later = (language: string): Document =>
  parsed(
    renderLater(
      QUESTIONNAIRE,
      { ...CONTEXT, language },
      { draft: 'd-1', screenId: 'weeks', question: 2, savedTo: 1, cards: [], until: '2026-11-30' },
    ),
  )

const button = (page: Document, go: string): Element | null => page.querySelector(`button[name=go][value=${go}]`)

describe('somebody who stops for now', () => {
  it.each(['nl', 'en', 'ar', 'pl', 'ro', 'tr', 'uk'])(
    'never finds the number of a question alone on a line, in %s',
    (language) => {
      const words = button(later(language), 'resume')?.textContent ?? ''
      expect(words).toContain('2')
      expect(words).toMatch(/\u00A02|2\.\u00A0/)
    },
  )

  it('sees that erasing everything is a button like the one that goes on', () => {
    const page = later('nl')
    expect(button(page, 'erase')?.textContent).toBe('Stoppen en alles wissen')
    expect(button(page, 'erase')?.className).toBe(button(page, 'resume')?.className)
  })
})
