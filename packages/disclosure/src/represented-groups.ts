import type {
  HiddenReason,
  Publication,
  Representation,
  RepresentedGroup,
  RepresentedGroups,
  ReleasedTable,
  TableSubject,
} from '@klankbord/model'
import { wilsonInterval } from '@klankbord/statistics'

/** A group is heard too little below this part of what it should be, and more often above the other. */
const TOO_LITTLE = 0.8
const MORE_OFTEN = 1.1

/** How many answered of a group, as far as the released tables tell. */
type KnownAnswers = { readonly answers: number } | { readonly reason: HiddenReason }

/**
 * Who is missing: the groups of the frame beside those who answered, for each trait of which the publication has a
 * breakdown or a question. It is reckoned from the released tables alone, so it gives away no more than these.
 *
 * A trait is left out where the frame counts fewer people than answered: then list and answers are of others.
 *
 * @param tables as `protect` let them through
 */
export function representedGroups({
  account,
  breakdowns,
  tables,
}: Pick<Publication, 'account' | 'breakdowns' | 'tables'>): readonly RepresentedGroups[] {
  const { frame, answered } = account
  const own = tables.filter(({ by, kind }) => by === null && kind === 'single').map(({ subject }) => subject)
  const traits = [...breakdowns, ...own.filter(({ name }) => breakdowns.every((by) => by.name !== name))]
  return traits.flatMap((trait) => {
    const sizes = frame?.strata[trait.name]
    return sizes === undefined ? [] : representedBy(trait, sizes, tables, answered)
  })
}

function representedBy(
  { name, label }: TableSubject,
  sizes: Readonly<Record<string, number>>,
  tables: readonly ReleasedTable[],
  answered: number,
): readonly RepresentedGroups[] {
  const known = [...groupsIn(name, tables)].filter(([code]) => sizes[String(code)] !== undefined)
  const people = known.reduce((sum, [code]) => sum + (sizes[String(code)] ?? 0), 0)
  const shown = known.flatMap(([, { told }]) => ('answers' in told ? [told.answers] : []))
  const own = tables.find(({ by, subject }) => by === null && subject.name === name)?.groups[0]
  const said = own && own.status !== 'hidden' ? own.base.valid : answered
  const answers = shown.length === known.length ? shown.reduce((sum, count) => sum + count, 0) : said
  if (shown.length === 0 || people === 0 || answers === 0 || answers > people) return []
  const groups = known.map(([code, { label: called, told }]): RepresentedGroup => {
    const size = sizes[String(code)] ?? 0
    const group = { code, label: called, people: size, shareOfPeople: size / people }
    if ('reason' in told) return { ...group, status: 'hidden', reason: told.reason }
    const { share, low, high } = wilsonInterval({ count: told.answers, n: answers, population: people })
    const verdict = verdictOf({ share, low, high }, size / people)
    return { ...group, status: 'shown', answers: told.answers, shareOfAnswers: share, low, high, verdict }
  })
  return [{ variable: name, label, answers, groups }]
}

/** The groups of a trait with how many answered: of its breakdown where any table shows it, else of its own table. */
function groupsIn(
  name: string,
  tables: readonly ReleasedTable[],
): ReadonlyMap<number, { readonly label: RepresentedGroup['label']; readonly told: KnownAnswers }> {
  const found = new Map<number, { readonly label: RepresentedGroup['label']; readonly told: KnownAnswers }>()
  const note = (code: number, label: RepresentedGroup['label'], told: KnownAnswers): void => {
    const before = found.get(code)
    if (before === undefined || ('reason' in before.told && 'answers' in told)) found.set(code, { label, told })
  }
  for (const { groups } of tables.filter(({ by }) => by?.name === name))
    for (const group of groups) {
      if (group.code === null) continue
      const hidden = group.status === 'hidden'
      note(group.code, group.label, hidden ? { reason: group.reason } : { answers: group.base.total })
    }
  const own = tables.find(({ by, subject }) => by === null && subject.name === name)
  const [everybody] = own?.groups ?? []
  for (const [column, { code, label }] of (own?.categories ?? []).entries()) {
    if (everybody === undefined || everybody.status === 'hidden') continue
    const cell = everybody.cells[column]
    note(code, label, cell?.status === 'shown' ? { answers: cell.count } : { reason: cell?.reason ?? 'tooFew' })
  }
  return found
}

function verdictOf(
  { share, low, high }: { readonly share: number; readonly low: number; readonly high: number },
  expected: number,
): Representation {
  if (high < expected && share < TOO_LITTLE * expected) return 'under'
  return low > expected && share > MORE_OFTEN * expected ? 'over' : 'similar'
}
