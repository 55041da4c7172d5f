import type { Routing } from '@klankbord/disclosure'
import { breakdownName, type ReportPlan } from '@klankbord/model'

/**
 * Routing under the names of the tables: a breakdown that has a name of its own, or a crossing, is asked of whom its variables
 * are asked, and decides where they decide.
 */
export function routingsOfGroups(routings: readonly Routing[], plan: ReportPlan): readonly Routing[] {
  const named = plan.breakdowns.map((breakdown) => ({ name: breakdownName(breakdown), of: [breakdown.variable] }))
  const crossed = (plan.crossings ?? []).map((crossing) => ({
    name: crossing.join('×'),
    of: named.flatMap(({ name, of }) => (crossing.includes(name) ? of : [])),
  }))
  const groupings = [...named, ...crossed].filter(({ name, of }) => !of.includes(name))
  const known = routings.map((routing) => {
    const also = groupings.filter(({ of }) => of.some((variable) => routing.on.includes(variable)))
    return { ...routing, on: [...routing.on, ...also.map(({ name }) => name)] }
  })
  const aliases = groupings.flatMap(({ name, of }) =>
    known
      .filter(({ question }) => of.includes(question))
      .map((routing): Routing => ({ ...routing, question: name, follows: null })),
  )
  return [...known, ...aliases]
}
