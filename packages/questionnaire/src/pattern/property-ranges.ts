import type { CodePoints, Range } from './code-points.ts'
import { codePointsWith } from './code-points-with.ts'

/** The general categories that patterns may name: what people write, short and long. */
const CATEGORIES: Readonly<Record<string, string>> = {
  L: 'L',
  Letter: 'L',
  Lu: 'Lu',
  Uppercase_Letter: 'Lu',
  Ll: 'Ll',
  Lowercase_Letter: 'Ll',
  M: 'M',
  Mark: 'M',
  N: 'N',
  Number: 'N',
  Nd: 'Nd',
  Decimal_Number: 'Nd',
  P: 'P',
  Punctuation: 'P',
  punct: 'P',
  Z: 'Z',
  Separator: 'Z',
}

/** What can be written between the braces of `\p{}`, short. */
export const KNOWN_CATEGORIES: readonly string[] = [...new Set(Object.values(CATEGORIES))]

/** All that these categories have so far: the others are unused, or kept for private use. */
const PLANES = [0, 1, 2, 3, 14]

const found = new Map<string, CodePoints>()

/** The code points of a general category in the Unicode version of this engine; undefined for any other property. */
export function propertyRanges(key: string, value: string | null): CodePoints | undefined {
  const category = key === 'General_Category' && Object.hasOwn(CATEGORIES, value ?? '') ? CATEGORIES[value ?? ''] : null
  if (category === null || category === undefined) return undefined
  const before = found.get(category)
  if (before) return before
  const ranges = rangesOf(codePointsWith(new RegExp(`^\\p{${category}}$`, 'u'), PLANES))
  found.set(category, ranges)
  return ranges
}

function rangesOf(codes: readonly number[]): CodePoints {
  const ranges: Range[] = []
  let open: [number, number] | undefined
  for (const code of codes)
    if (open && code === open[1] + 1) open[1] = code
    else ranges.push((open = [code, code]))
  return ranges
}
