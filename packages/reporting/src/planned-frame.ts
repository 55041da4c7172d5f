import { breakdownName, type Breakdown, type Frame } from '@klankbord/model'

type Sizes = Readonly<Record<string, number>>

/**
 * The frame with the sizes of the groups as the breakdowns of a plan have them, under the names that these have: what is
 * merged is added up. The size of a merge is unknown where that of one of its codes is, and is then left out.
 *
 * @example
 * plannedFrame(frame, [{ variable: 'district', merges: [{ code: 9, label, of: [1, 2] }] }])?.strata
 * // { district: { 3: 400, 9: 1000 } }, of { district: { 1: 600, 2: 400, 3: 400 } }
 */
export function plannedFrame(frame: Frame | null, breakdowns: readonly Breakdown[]): Frame | null {
  if (frame === null) return null
  const planned = breakdowns.flatMap((breakdown): readonly (readonly [string, Sizes])[] => {
    const sizes = frame.strata[breakdown.variable]
    if (sizes === undefined || breakdown.bands !== undefined) return []
    return [[breakdownName(breakdown), mergedSizes(sizes, breakdown)]]
  })
  return { ...frame, strata: { ...frame.strata, ...Object.fromEntries(planned) } }
}

function mergedSizes(sizes: Sizes, { merges = [] }: Breakdown): Sizes {
  const taken = new Set(merges.flatMap(({ of }) => of.map(String)))
  const added = merges.flatMap(({ code, of }): readonly (readonly [string, number])[] => {
    const known = of.flatMap((one) => sizes[String(one)] ?? [])
    return known.length < of.length ? [] : [[String(code), known.reduce((sum, people) => sum + people, 0)]]
  })
  return Object.fromEntries([...Object.entries(sizes).filter(([code]) => !taken.has(code)), ...added])
}
