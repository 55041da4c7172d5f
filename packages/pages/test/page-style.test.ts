import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { renderScreen, PAGE_STYLE_SOURCES } from '@klankbord/pages'
import { describe, expect, it } from 'vitest'
import { CONTEXT, QUESTIONNAIRE } from './fixture.ts'

const PAGE = renderScreen(QUESTIONNAIRE, CONTEXT, { screenId: 'quick', answers: {}, draft: null, saved: 0 })

describe('the style of a page', () => {
  it('has the hash that the security policy is told', () => {
    const styles = [...PAGE.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css]) => css ?? '')
    const sources = styles.map((css) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`)
    expect(sources).toEqual([...PAGE_STYLE_SOURCES])
  })

  it('leaves sides to the direction of the language', () => {
    expect(PAGE).not.toMatch(
      /[;{](?:margin|padding|border)-(?:left|right)|[;{](?:left|right):|text-align:(?:left|right)/,
    )
  })

  it('fits in the first flight of a connection with the first question, with room for a long one', () => {
    expect(gzipSync(PAGE).length).toBeLessThan(7 * 1024)
  })
})
