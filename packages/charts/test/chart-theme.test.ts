import { DEFAULT_CHART_THEME } from '@klankbord/charts'
import { expect, it } from 'vitest'

/** How light a colour is in grey print, from 0 to 1: relative luminance of WCAG 2.2. */
function lightness(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const { steps } = DEFAULT_CHART_THEME

it.each([
  [1, 2],
  [2, 4],
  [4, 5],
  [1, 4],
  [2, 5],
] as const)('steps %i and %i of a scale can touch, and are told apart in grey print', (one, two) => {
  const [light = 0, dark = 0] = [lightness(steps[one].fill), lightness(steps[two].fill)].toSorted((a, b) => b - a)
  expect((light + 0.05) / (dark + 0.05)).toBeGreaterThan(1.45)
})
