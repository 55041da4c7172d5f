import type { MethodCode, MethodDetails, MethodNote, Publication, PublishedFieldwork } from '@klankbord/model'

/** What method notes are written from: all that a publication says but the notes. */
export type NotedPublication = Pick<
  Publication,
  'account' | 'breakdowns' | 'disclosure' | 'missing' | 'plan' | 'recipe' | 'recipes' | 'tables' | 'trend' | 'wave'
>

/**
 * The methods that a publication was made by, in the order of their use. Each note is there because what it tells of was
 * done: without groups nothing was tested, without a frame no interval is of a population that ends.
 *
 * @param heldBack margins of the account that are not told beside an earlier edition
 */
export function methodNotes(
  publication: NotedPublication,
  heldBack: readonly (keyof PublishedFieldwork)[],
): readonly MethodNote[] {
  return [
    ...planned(publication),
    ...collected(publication, heldBack),
    ...estimated(publication),
    ...hidden(publication),
    ...besidesTables(publication),
  ]
}

const note = (code: MethodCode, details: MethodDetails = {}): MethodNote => ({ code, details })

const when = (condition: boolean, ...notes: readonly MethodNote[]): readonly MethodNote[] => (condition ? notes : [])

function planned({ plan }: NotedPublication): readonly MethodNote[] {
  if (plan === undefined) return []
  const { fixedOn: date, beforeResults, changedSince } = plan
  if (changedSince.length > 0) return [note('planChanged', { date, parts: changedSince })]
  return [note(beforeResults ? 'planFixedBefore' : 'planFixed', { date })]
}

function collected(
  { wave, recipe, account }: NotedPublication,
  heldBack: readonly (keyof PublishedFieldwork)[],
): readonly MethodNote[] {
  const { modes = [] } = recipe
  const { fieldwork } = account
  const together = fieldwork?.modes.some((row) => row.modes.length > 1) ?? false
  return [
    note('collected', { from: wave.from, to: wave.to }),
    ...when(modes.length > 0, note(modes.length === 1 ? 'modesOne' : 'modesSeveral', { modes })),
    ...when(
      together || (fieldwork?.invitations?.parts.some(({ parts }) => parts.length > 1) ?? false),
      note('fieldworkTogether'),
    ),
    ...when(fieldwork?.modes.some(({ atLeast }) => atLeast) ?? false, note('fieldworkRounded')),
    ...when(heldBack.length > 0, note('fieldworkHeldBack')),
  ]
}

function estimated({ recipe, account, breakdowns, disclosure, tables }: NotedPublication): readonly MethodNote[] {
  const level = Math.round(recipe.level * 100)
  const { made, clear, leastDifference, planned: restricted } = recipe.comparisons
  const points = Math.round(leastDifference * 100)
  const population = account.frame?.population ?? null
  return [
    population === null || recipe.interval === 'wilson'
      ? note('intervalSample', { level })
      : note('intervalPopulation', { level, population }),
    ...weighed(recipe, tables),
    ...when(made > 0, note('groupsTested', { made, clear, points, least: disclosure.policy.indicativeBelow })),
    ...when(restricted === 'none', note('groupsNotPlanned')),
    ...when(restricted !== undefined && restricted !== 'none', note('groupsPlanned')),
    ...when(
      made === 0 && breakdowns.length > 0 && restricted !== 'none',
      note('groupsNotTested', { least: disclosure.policy.indicativeBelow }),
    ),
    note('roundedShares'),
  ]
}

/** What is weighted by goes by the names of the plan, which the breakdowns have in words. */
function weighed({ weights }: NotedPublication['recipe'], tables: NotedPublication['tables']): readonly MethodNote[] {
  if (weights === 'none') return [note('notWeighted')]
  const { by, effectiveSize, smallest, largest } = weights
  const gone = tables.filter(({ groups }) => groups.every(({ status }) => status === 'hidden'))
  return [
    note('weighted', { by, effective: Math.floor(effectiveSize), smallest, largest }),
    ...when(gone.length > 0, note('weightedHidden', { tables: gone.length })),
  ]
}

function hidden({
  disclosure: { policy, hidden: counts, audited, narrowest },
}: NotedPublication): readonly MethodNote[] {
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const sensitive = (counts['sensitive'] ?? 0) + (counts['uniform'] ?? 0)
  if (all === 0) return [note('nothingHidden', { least: policy.leastGroup })]
  return [
    note('groupsHidden', { least: policy.leastGroup, count: all }),
    ...when(sensitive > 0, note('sensitiveHidden', { most: policy.sensitiveCell, count: sensitive })),
    ...when(narrowest !== null, note('audited', { figures: audited, narrowest: narrowest ?? 0 })),
  ]
}

function besidesTables({ missing = [], trend, recipes = [] }: NotedPublication): readonly MethodNote[] {
  const breaks = (trend?.questions ?? []).filter(({ points }) => points.some(({ differs }) => differs.length > 0))
  const { made = 0, clear = 0, leastDifference = 0 } = trend?.comparisons ?? {}
  return [
    ...when(missing.length > 0, note('representation')),
    ...when(made > 0, note('trendTested', { made, clear, points: Math.round(leastDifference * 100) })),
    ...when(trend !== undefined && made === 0, note('trendNotTested')),
    ...when(breaks.length > 0, note('trendBroken', { questions: breaks.length })),
    ...when(recipes.length > 0, note('figuresTraced', { figures: recipes.length })),
  ]
}
