import type { CountTable, DisclosurePolicy } from '@klankbord/model'
import { hideAll, remainderOf, type Family, type TablePattern } from './pattern.ts'
import type { Routing } from './routing.ts'

type Patterns = ReadonlyMap<string, TablePattern>

/** All that is decided on so far, for judging what the base of a routed question would add to it. */
interface Judged {
  readonly tables: readonly CountTable[]
  readonly patterns: Patterns
  readonly routings: readonly Routing[]
  readonly policy: DisclosurePolicy
}

/**
 * Hides the tables of routed questions that tell by who was asked what is hidden elsewhere, until none is left: a
 * table that goes hides figures of its own, on which further questions may be routed.
 *
 * A table by group that involves a routed question is shown whole or not at all: routing tells who cannot have
 * answered, which the bounds of hidden rows do not take into account.
 */
export function hideRouted(
  families: readonly Family[],
  patterns: Patterns,
  routings: readonly Routing[],
  policy: DisclosurePolicy,
): Patterns {
  const tables = families.flatMap(({ whole, splits }) => [whole, ...splits])
  let current = patterns
  for (;;) {
    const judged = { tables, patterns: current, routings, policy }
    const going = families.flatMap((family) => tablesThatTell(family, judged))
    if (going.length === 0) return current
    current = new Map([...current, ...going.map((table) => [table.id, hideWhole(table, judged)] as const)])
  }
}

/** The tables of a question that have to go and are not gone yet; without its table of everybody none stays. */
function tablesThatTell({ whole, splits }: Family, judged: Judged): readonly CountTable[] {
  const members = [whole, ...splits].filter((table) => !isGone(table, judged))
  const gone = members.filter((table) => tells(whole, table, judged))
  return gone.includes(whole) ? members : gone
}

function tells(whole: CountTable, table: CountTable, judged: Judged): boolean {
  const subject = judged.routings.find(({ question }) => question === table.subject.name)
  const by = judged.routings.find(({ question }) => question === table.by?.name)
  if (!subject && !by) return false
  if (table.by && hidesSomething(table, judged)) return true
  return (subject && baseTells(whole, table, subject, judged)) || (by && groupsTell(by, judged)) || false
}

/** Whether the base of a routed question says more than the tables that are shown beside it. */
function baseTells(whole: CountTable, table: CountTable, routing: Routing, judged: Judged): boolean {
  const { tables, routings, policy } = judged
  if (routing.sensitive && splitsOffFew(whole, table, policy)) return true
  const source = tables.find((other) => other.subject.name === routing.follows && other.by?.name === table.by?.name)
  if (source && !hidesSomething(source, judged)) return false
  if (routing.on.some((name) => hasHidden(name, judged))) return true
  if (!routing.sensitive) return false
  // Of a sensitive answer that is published nowhere, one split of everybody can be told, and no second to subtract.
  const published = new Set(tables.flatMap(({ subject, by }) => (by ? [subject.name, by.name] : [subject.name])))
  if (routing.on.length > 1 || routing.on.some((name) => published.has(name))) return true
  const others = routings.filter(({ question, on }) => published.has(question) && on[0] === routing.on[0])
  return others.some(({ on, condition }) => on.length === 1 && condition !== routing.condition)
}

/**
 * Whether the groups of a routed breakdown tell: beside a breakdown that has to do with its routing they leave over
 * the people who were asked and did not answer.
 */
function groupsTell(routing: Routing, judged: Judged): boolean {
  const { tables, routings } = judged
  if (routing.sensitive || routing.on.some((name) => hasHidden(name, judged))) return true
  const others = new Set(tables.flatMap(({ by }) => (by && by.name !== routing.question ? [by.name] : [])))
  return [...others].some((name) => {
    const on = routings.find(({ question }) => question === name)?.on ?? []
    return [name, ...on].some((variable) => routing.on.includes(variable))
  })
}

/** Few who were asked, or few who were not, nobody included: in a row, or among the people of no group. */
function splitsOffFew(whole: CountTable, table: CountTable, { sensitiveCell }: DisclosurePolicy): boolean {
  const asked = table.bases.map((base) => ({ asked: base.asked, not: base.total - base.asked }))
  const rest = table.by ? remainderOf(whole, table, () => true).total : 0
  const restAsked = asked.reduce((left, row) => left - row.asked, whole.bases[0]?.asked ?? 0)
  const rows = rest > 0 ? [...asked, { asked: restAsked, not: rest - restAsked }] : asked
  return rows.some((row) => Math.min(row.asked, row.not) <= sensitiveCell)
}

function hasHidden(name: string, judged: Judged): boolean {
  return judged.tables.some(
    (table) => (table.subject.name === name || table.by?.name === name) && hidesSomething(table, judged),
  )
}

function hidesSomething(table: CountTable, { patterns }: Judged): boolean {
  const pattern = patterns.get(table.id)
  return pattern !== undefined && [...pattern.groups, ...pattern.cells.flat()].some((reason) => reason !== null)
}

function isGone(table: CountTable, { patterns }: Judged): boolean {
  return patterns.get(table.id)?.groups.every((reason) => reason !== null) ?? false
}

/** Groups with too few people keep their reason, which the other tables of the breakdown give, too. */
function hideWhole(table: CountTable, { patterns, routings, policy }: Judged): TablePattern {
  const routed = routings.some(({ question }) => question === table.by?.name)
  const known = (patterns.get(table.id)?.groups ?? []).map((reason, group) =>
    !routed && (table.bases[group]?.total ?? 0) < policy.leastGroup ? reason : null,
  )
  return hideAll(table, 'complementary', table.by ? known : [])
}
