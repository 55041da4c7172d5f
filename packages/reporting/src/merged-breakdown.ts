import type { GroupPair } from '@klankbord/disclosure'
import type { Band, Breakdown, LocalizedText } from '@klankbord/model'

/**
 * A breakdown of a plan with two of its groups as one, under the code of the first and with both names.
 *
 * @returns null for bands that do not lie next to each other
 * @example
 * mergedBreakdown({ variable: 'district' }, { by: 'district', groups: [east, west] })
 * // { variable: 'district', merges: [{ code: 2, label: { en: 'East and West' }, of: [2, 3] }] }
 */
export function mergedBreakdown(breakdown: Breakdown, { groups: [first, second] }: GroupPair): Breakdown | null {
  const [code, other] = [first.code ?? -1, second.code ?? -1]
  const label = joined(first.label, second.label)
  const { bands, merges = [] } = breakdown
  if (bands !== undefined) {
    const band = joinedBand(bands, { code, other, label })
    return (
      band && {
        ...breakdown,
        bands: bands.flatMap((one) => (one.code === code ? [band] : one.code === other ? [] : [one])),
      }
    )
  }
  const codesOf = (group: number): readonly number[] => merges.find((merge) => merge.code === group)?.of ?? [group]
  const others = merges.filter((merge) => merge.code !== code && merge.code !== other)
  return { ...breakdown, merges: [...others, { code, label, of: [...codesOf(code), ...codesOf(other)] }] }
}

function joinedBand(
  bands: readonly Band[],
  { code, other, label }: { readonly code: number; readonly other: number; readonly label: LocalizedText },
): Band | null {
  const [one, two] = [code, other].map((wanted) => bands.find((band) => band.code === wanted))
  if (!one || !two) return null
  const [low, high] = one.to !== undefined && one.to === two.from ? [one, two] : [two, one]
  if (low.to === undefined || low.to !== high.from) return null
  return {
    code,
    label,
    ...(low.from !== undefined && { from: low.from }),
    ...(high.to !== undefined && { to: high.to }),
  }
}

/** In the languages that both names have. */
function joined(one: LocalizedText, other: LocalizedText): LocalizedText {
  return Object.fromEntries(
    Object.entries(one).flatMap(([language, text]) => {
      const second = other[language]
      return second === undefined ? [] : [[language, new Intl.ListFormat(language).format([text, second])]]
    }),
  )
}
