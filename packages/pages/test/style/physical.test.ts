import { describe, expect, it } from 'vitest'
import { physical } from '../../src/style/physical.ts'

const both = (declarations: string): readonly string[] =>
  (['ltr', 'rtl'] as const).map((direction) => physical(`p{${declarations}}`, direction).slice(2, -1))

describe('a style for browsers that know the sides of the screen only', () => {
  it.each([
    ['margin-inline-start:1rem', 'margin-left:1rem', 'margin-right:1rem'],
    [
      'padding-inline:calc(1px + (2 * 1rem)) 0',
      'padding-left:calc(1px + (2 * 1rem));padding-right:0',
      'padding-right:calc(1px + (2 * 1rem));padding-left:0',
    ],
    ['border-inline-start-color:red', 'border-left-color:red', 'border-right-color:red'],
    ['inset-inline-start:0', 'left:0', 'right:0'],
    ['border-start-end-radius:1px', 'border-top-right-radius:1px', 'border-top-left-radius:1px'],
    ['float:inline-end', 'float:right', 'float:left'],
  ])('turns what follows the text: %s', (written, ltr, rtl) => {
    expect(both(written)).toEqual([ltr, rtl])
  })

  it.each([
    ['margin-block:auto', 'margin-top:auto;margin-bottom:auto'],
    ['border-block:1px solid var(--line)', 'border-top:1px solid var(--line);border-bottom:1px solid var(--line)'],
    ['max-inline-size:2rem;block-size:1px', 'max-width:2rem;height:1px'],
    ['--size:inline-size;color:red', '--size:inline-size;color:red'],
  ])('writes above and below the same for both: %s', (written, expected) => {
    expect(both(written)).toEqual([expected, expected])
  })

  it('reaches rules within a condition', () => {
    expect(physical('@media (min-width:1px){p{inline-size:1px}}', 'ltr')).toBe('@media (min-width:1px){p{width:1px}}')
  })
})
