import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { renderScreen, PAGE_STYLE_SOURCES } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { BASE_STYLE } from '../../src/style/base.ts'
import { LETTER_STYLE } from '../../src/style/letter.ts'
import { QUESTION_STYLE } from '../../src/style/question.ts'
import { CONTEXT, QUESTIONNAIRE } from '../fixture.ts'

const pageIn = (language: string): string =>
  renderScreen(QUESTIONNAIRE, { ...CONTEXT, language }, { screenId: 'quick', answers: {}, draft: null, saved: 0 })
const styleIn = (language: string): string => /<style>([\s\S]*?)<\/style>/.exec(pageIn(language))?.[1] ?? ''

describe('the style of a page', () => {
  it.each(['nl', 'ar'])('has a hash that the security policy is told: %s', (language) => {
    const source = `'sha256-${createHash('sha256').update(styleIn(language)).digest('base64')}'`
    expect(PAGE_STYLE_SOURCES).toContain(source)
  })

  it('is one for each way in which lines run, and no more', () => {
    expect(new Set(PAGE_STYLE_SOURCES).size).toBe(2)
    expect(styleIn('en')).toBe(styleIn('nl'))
    expect(styleIn('ar')).not.toBe(styleIn('nl'))
  })

  it.each([BASE_STYLE, QUESTION_STYLE, LETTER_STYLE])('is written without sides of the screen (%#)', (css) => {
    expect(css).not.toMatch(
      /[;{] *(?:(?:margin|padding|border)-)?(?:left|right)(?:-[a-z]+)?:|(?:text-align|float): *(?:left|right)/,
    )
  })

  it('fits in the first flight of a connection with the first question, with room for a long one', () => {
    expect(gzipSync(pageIn('nl')).length).toBeLessThan(8 * 1024)
  })
})
