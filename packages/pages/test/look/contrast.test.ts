import { describe, expect, it } from 'vitest'
import { BASE_STYLE } from '../../src/style/base.ts'
import { LOOK_STYLE } from '../../src/style/look.ts'

type Colours = Readonly<Record<string, string>>

/** The colours that the first rule for a selector sets. */
function coloursOf(style: string, selector: string): Colours {
  const rule = style.slice(style.indexOf(`${selector} {`)).split('}')[0] ?? ''
  const set = [...rule.matchAll(/--([\w-]+): (?:var\([^,]+, )?(#[\da-f]{3,6})/g)]
  return Object.fromEntries(set.map(([, name, colour]) => [name, colour]))
}

/** Relative luminance, as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const long = colour.length === 4 ? colour.replaceAll(/[\da-f]/g, '$&$&') : colour
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(long.slice(at, at + 2), 16) / 255
    return share <= 0.040_45 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
}

const PLAIN = coloursOf(BASE_STYLE, ':root')
const STRONG = { ...PLAIN, ...coloursOf(LOOK_STYLE, '.contrast') }
const CALM = coloursOf(LOOK_STYLE, '.calm')

const LOOKS: readonly (readonly [string, Colours, { readonly text: number; readonly edge: number }])[] = [
  ['plain', PLAIN, { text: 4.5, edge: 3 }],
  ['calm', { ...PLAIN, ...CALM }, { text: 4.5, edge: 3 }],
  ['with more contrast', STRONG, { text: 7, edge: 7 }],
  ['with more contrast and calm', { ...STRONG, ...CALM }, { text: 7, edge: 7 }],
]

/** Every colour of words with every colour that they stand on. */
const TEXTS: readonly (readonly [string, readonly string[]])[] = [
  ['ink', ['paper', 'surface', 'accent-wash', 'warm-wash', 'error-wash', 'ok-wash']],
  ['ink-soft', ['paper', 'surface', 'accent-wash']],
  ['accent-strong', ['paper', 'surface', 'accent-wash']],
  ['error', ['paper', 'surface', 'error-wash']],
]

/** What must be seen to know where something is or what state it has. */
const EDGES: readonly (readonly [string, readonly string[]])[] = [
  ['line-strong', ['paper', 'surface']],
  ['accent', ['paper', 'surface', 'accent-wash']],
  ['warm', ['paper', 'surface', 'warm-wash']],
  ['error', ['paper', 'surface']],
]

describe.each(LOOKS)('the colours of a page that looks %s', (_name, colours, least) => {
  const of = (name: string): string => colours[name] ?? `no colour is called ${name}`

  it.each(TEXTS)('let %s be read on %j', (text, grounds) => {
    for (const ground of grounds) expect(contrast(of(text), of(ground))).toBeGreaterThanOrEqual(least.text)
  })

  it.each(EDGES)('let %s be seen on %j', (edge, grounds) => {
    for (const ground of grounds) expect(contrast(of(edge), of(ground))).toBeGreaterThanOrEqual(least.edge)
  })

  it('let white words be read on buttons', () => {
    for (const ground of ['accent', 'accent-strong'])
      expect(contrast('#fff', of(ground))).toBeGreaterThanOrEqual(least.text)
  })
})

it('asks for the same colours where a device asks for more contrast', () => {
  const asked = LOOK_STYLE.slice(LOOK_STYLE.indexOf('prefers-contrast'))
  expect(coloursOf(asked, ':root')).toEqual(coloursOf(LOOK_STYLE, '.contrast'))
})
