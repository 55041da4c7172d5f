/** Columns by which rows of a list are found, since their order is free. */
const KEYS = ['id', 'pattern', 'option', 'group', 'value']

/**
 * Where figures stray from those of R further than the case allows, by the rules of its README: relative above 1, always
 * relative for distributions and for tiny p. What is not offered counts as a difference unless it stands in `notOffered`.
 */
export function differences(
  want: unknown,
  got: unknown,
  rule: { readonly tolerance: number; readonly relative: boolean; readonly notOffered: ReadonlySet<string> },
  path = '',
): readonly string[] {
  if (got === undefined) return rule.notOffered.has(path) ? [] : [`${path}: not offered`]
  if (Array.isArray(want)) {
    if (!Array.isArray(got) || got.length !== want.length) return [`${path}: want ${want.length} entries`]
    const key = KEYS.find((name) => want.length > 0 && want.every((entry) => isRecord(entry) && name in entry))
    const found = (entry: unknown, at: number): unknown =>
      key ? got.find((other) => isRecord(other) && String(other[key]) === String((entry as never)[key])) : got[at]
    return want.flatMap((entry, at) => differences(entry, found(entry, at), rule, `${path}[]`))
  }
  if (isRecord(want)) {
    if (!isRecord(got)) return [`${path}: want a structure, got ${JSON.stringify(got)}`]
    return Object.keys(want).flatMap((key) => differences(want[key], got[key], rule, path ? `${path}.${key}` : key))
  }
  return near(want, got, rule, path) ? [] : [`${path}: want ${JSON.stringify(want)}, got ${JSON.stringify(got)}`]
}

function near(
  want: unknown,
  got: unknown,
  { tolerance, relative }: { readonly tolerance: number; readonly relative: boolean },
  path: string,
): boolean {
  if (typeof want !== 'number' || typeof got !== 'number') return want === got || String(want) === String(got)
  if (want === got) return true
  const tiny = /(^|[._])(p|p_value\w*|fisher_p|yates_p)$/.test(path) && Math.abs(want) < 1e-12
  if (tiny) return Math.abs(want - got) <= 1e-6 * Math.abs(want)
  return Math.abs(want - got) <= tolerance * (relative ? Math.abs(want) : Math.max(1, Math.abs(want)))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
