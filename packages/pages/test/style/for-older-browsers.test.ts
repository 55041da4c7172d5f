import { describe, expect, it } from 'vitest'
import { forOlderBrowsers } from '../../src/style/for-older-browsers.ts'

const added = (css: string): string => forOlderBrowsers(css).replace(css, '')

describe('a style for browsers of 2018', () => {
  it('keeps the items of a flexible box apart with margins where there are no gaps', () => {
    expect(added('.a,.b{display:flex;gap:1rem}')).toBe(
      '@supports not (inset:0){.a>*,.b>*{margin-left:calc(1rem/2)!important;margin-right:calc(1rem/2)!important}}',
    )
  })

  it('keeps rows apart in a box that wraps or stands upright', () => {
    expect(added('.a{display:flex;flex-wrap:wrap;gap:1rem}')).toMatch(/margin-left.*margin-top/)
    expect(added('.a{display:flex;flex-wrap:wrap;column-gap:1rem}')).not.toContain('margin-top')
    expect(added('.a{flex-direction:column;gap:1rem}')).not.toContain('margin-left')
  })

  it('leaves grids alone, whose gaps these browsers know', () => {
    expect(added('.a{display:grid;gap:1rem}.b{gap:0;grid-template-columns:1fr 1fr}')).toBe('')
  })

  it('adds nothing where there is no gap', () => {
    expect(added('.a{display:flex;gap:0}')).toBe('')
  })

  it('names what was once called otherwise, old names first', () => {
    expect(forOlderBrowsers('p{appearance:none;max-width:fit-content}')).toBe(
      'p{-webkit-appearance:none;-moz-appearance:none;appearance:none;max-width:-moz-fit-content;max-width:fit-content}',
    )
  })
})
