import type { DisclosurePolicy, ReleasedTable } from '@klankbord/model'
import type { Routing } from '../routing.ts'
import type { Measurement } from './measurement.ts'

type Edition = readonly ReleasedTable[]

/** Everything that somebody has beside a table. */
interface Known {
  /** The edition in which the table stands. */
  readonly edition: Edition
  /** The tables of all editions. */
  readonly all: Edition
  readonly routings: readonly Routing[]
  readonly policy: DisclosurePolicy
}

/**
 * What the shown tables of routed questions give away by who was asked. A base that splits people by an answer of
 * which something is hidden leaves that figure no room, unless a table that is shown in full says the same already.
 *
 * @param editions released tables that stand beside each other: of one publication, or of several editions of it
 * @returns one measurement per fault, without any room; none when nothing is told
 */
export function auditRouting(
  editions: readonly Edition[],
  routings: readonly Routing[],
  policy: DisclosurePolicy,
): readonly Measurement[] {
  const all = editions.flat()
  return editions.flatMap((edition) =>
    edition
      .filter((table) => table.groups.some((group) => group.status !== 'hidden'))
      .flatMap((table) => {
        const known = { edition, all, routings, policy }
        return routings.flatMap((routing) =>
          faultsOf(table, routing, known).map((fault) => ({
            table: table.id,
            cell: `who was asked ${routing.question} (${fault})`,
            width: 0,
            needed: policy.leastGroup - 1,
          })),
        )
      }),
  )
}

function faultsOf(table: ReleasedTable, routing: Routing, known: Known): readonly string[] {
  const asSubject = table.subject.name === routing.question
  const asGroups = table.by?.name === routing.question
  if (!asSubject && !asGroups) return []
  const unsure = new Set(known.all.filter((other) => !inFull(other)).flatMap(namesIn))
  const blurred = routing.on.some((name) => unsure.has(name))
  const { sensitive } = routing
  const faults: readonly (readonly [string, boolean])[] = [
    ['rows beside hidden ones', table.by !== null && !inFull(table)],
    ['groups', asGroups && (blurred || sensitive || overlaps(routing, known))],
    ['base', asSubject && !repeatsFullTable(table, routing, known) && (blurred || isSecondSplit(routing, known))],
    ['few', asSubject && sensitive && smallestPart(table, known.edition) <= known.policy.sensitiveCell],
  ]
  return faults.flatMap(([fault, holds]) => (holds ? [fault] : []))
}

function inFull(table: ReleasedTable): boolean {
  return table.groups.every(
    (group) => group.status !== 'hidden' && group.cells.every((cell) => cell.status === 'shown'),
  )
}

function namesIn({ subject, by }: ReleasedTable): readonly string[] {
  return by ? [subject.name, by.name] : [subject.name]
}

/** The table of the deciding question, split the same way: who was asked is a sum of its figures. */
function repeatsFullTable(table: ReleasedTable, { follows }: Routing, { edition }: Known): boolean {
  const twin = edition.find((other) => other.subject.name === follows && other.by?.name === table.by?.name)
  return twin !== undefined && inFull(twin)
}

/** A sensitive answer is split by more than one published base, or by a base and something else that is published. */
function isSecondSplit(routing: Routing, { all, routings }: Known): boolean {
  if (!routing.sensitive) return false
  const published = new Set(all.flatMap(namesIn))
  const alike = routings.filter(({ question, on }) => published.has(question) && on.join() === routing.on.join())
  const conditions = new Set(alike.map(({ condition }) => condition))
  return routing.on.length > 1 || routing.on.some((name) => published.has(name)) || conditions.size > 1
}

/** Another breakdown that the same answers decide on, or that decides itself. */
function overlaps(routing: Routing, { all, routings }: Known): boolean {
  return all.some(({ by }) => {
    if (!by || by.name === routing.question) return false
    const roots = new Set(routings.find(({ question }) => question === by.name)?.on)
    return routing.on.some((variable) => variable === by.name || roots.has(variable))
  })
}

/** The fewest people who were asked, or not asked, in a shown row or among those in no shown row. */
function smallestPart(table: ReleasedTable, edition: Edition): number {
  const bases = (from: ReleasedTable | undefined) =>
    (from?.groups ?? []).flatMap((group) => (group.status === 'hidden' ? [] : [group.base]))
  const [whole] = bases(edition.find((other) => !other.by && other.subject.name === table.subject.name))
  const rows = bases(table)
  const total = rows.reduce((left, row) => left - row.total, whole?.total ?? 0)
  const asked = rows.reduce((left, row) => left - row.asked, whole?.asked ?? 0)
  const rest = total > 0 ? [{ total, asked }] : []
  return Math.min(...[...rows, ...rest].map((row) => Math.min(row.asked, row.total - row.asked)))
}
