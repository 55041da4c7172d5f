import type { Frame, ReleasedGroup, ReleasedTable, ResponseAccount, TableSubject } from '@klankbord/model'
import { chartTexts } from './chart-texts.ts'
import type { FigureContext, RepresentationFigure, RepresentationRow } from './figure.ts'
import { hiddenReason } from './hidden-reason.ts'
import { localized } from './localized.ts'
import { points, wholePercent } from './whole-percent.ts'

/** Standard normal quantile of a two-sided 95 % interval. */
const Z = 1.959964
/** A group is heard too little below this share of what it should be, and more often above the other. */
const TOO_LITTLE = 0.8
const MORE_OFTEN = 1.1
/** Room beyond the longest bar for its label. */
const ROOM = 1.2

/** A group as far as the publication tells: its people, and its answers when they may be known. */
interface KnownGroup {
  readonly group: ReleasedGroup
  readonly people: number
  readonly answers: number | null
}

/**
 * The figure of who is missing: every breakdown whose sizes in the population are known. Null when none is.
 *
 * The verdict is the score test of the group's share of the answers against its share of the population, with
 * finite population; that is the test whose inversion is the Wilson interval (Wilson 1927), so "under" says that
 * the interval lies below, and that the group is less than 0.8 of what it should be.
 *
 * @param tables all tables of the publication
 * @param breakdowns in the order of the publication
 */
export function representationFigure(
  account: ResponseAccount,
  tables: readonly ReleasedTable[],
  breakdowns: readonly TableSubject[],
  context: FigureContext,
): RepresentationFigure | null {
  const { frame } = account
  if (!frame) return null
  const rows = breakdowns.flatMap((by) => sectionRows(by, frame, account.answered, tables, context))
  if (rows.length === 0) return null
  const longest = Math.max(...rows.map((r) => (r.status === 'shown' ? Math.max(r.population.at, r.answers.at) : 0)))
  return {
    kind: 'representation',
    language: context.language,
    name: 'representation',
    domain: { min: 0, max: Math.max(10, Math.ceil(longest * ROOM)) },
    source: localized(frame.source, context),
    population: frame.population,
    answered: account.answered,
    rows,
  }
}

function sectionRows(
  by: TableSubject,
  frame: Frame,
  answered: number,
  tables: readonly ReleasedTable[],
  context: FigureContext,
): readonly RepresentationRow[] {
  const known = knownGroups(by, frame, tables)
  const people = known.reduce((sum, group) => sum + group.people, 0)
  const complete = known.every((group) => group.answers !== null)
  const answers = complete ? known.reduce((sum, group) => sum + (group.answers ?? 0), 0) : answered
  const section = localized(by.label, context)
  return known.map((entry) => {
    const label = localized(entry.group.label, context)
    if (entry.answers === null) {
      const reason = entry.group.status === 'hidden' ? entry.group.reason : 'tooFew'
      return {
        section,
        label,
        status: 'hidden',
        why: hiddenReason(
          reason,
          context,
          known.map((k) => k.group),
        ),
      }
    }
    const verdict = representationVerdict(entry.answers, answers, entry.people, people)
    return {
      section,
      label,
      status: 'shown',
      population: part(entry.people, people),
      answers: part(entry.answers, answers),
      rate: wholePercent(entry.answers, entry.people),
      verdict,
      verdictText: chartTexts(context.language)(`represented_${verdict}`),
    }
  })
}

/** The groups of a breakdown with a known size. Their answers come from the table in which they are shown. */
function knownGroups(by: TableSubject, frame: Frame, tables: readonly ReleasedTable[]): readonly KnownGroup[] {
  const sizes = frame.strata[by.name]
  const split = tables.filter((table) => table.by?.name === by.name)
  if (!sizes || !split[0]) return []
  return split[0].groups.flatMap((first, index) => {
    const people = first.code === null ? undefined : sizes[String(first.code)]
    if (people === undefined) return []
    const places = split.flatMap((table) => table.groups[index] ?? [])
    const shown = places.find((group) => group.status !== 'hidden')
    return [
      {
        group: shown ?? first,
        people,
        answers: shown ? shown.base.total : null,
      },
    ]
  })
}

function part(count: number, n: number): { readonly count: number; readonly percent: number; readonly at: number } {
  return { count, percent: wholePercent(count, n), at: n === 0 ? 0 : points(count / n) }
}

/** How a group is heard: its answers of all answers, against its people of all people. */
export function representationVerdict(
  count: number,
  answers: number,
  people: number,
  population: number,
): 'under' | 'over' | 'similar' {
  if (answers === 0 || population === 0 || people === 0) return 'similar'
  const expected = people / population
  const correction = population > 1 ? Math.max(0, (population - answers) / (population - 1)) : 0
  const error = Math.sqrt((expected * (1 - expected) * correction) / answers)
  const off = count / answers - expected
  const ratio = count / answers / expected
  if (off < -Z * error && ratio < TOO_LITTLE) return 'under'
  if (off > Z * error && ratio > MORE_OFTEN) return 'over'
  return 'similar'
}
