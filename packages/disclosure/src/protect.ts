import {
  problem,
  type CountTable,
  type DisclosurePolicy,
  type DisclosureRecord,
  type PlanComparisons,
  type Recipe,
  type ReleasedNumbers,
  type ReleasedTable,
} from '@klankbord/model'
import { audit } from './audit/audit.ts'
import { auditByPrograms, type ProgramAudit } from './audit/audit-by-programs.ts'
import type { Measurement } from './audit/measurement.ts'
import { familiesOf } from './families.ts'
import { hideRouted } from './hide-routed.ts'
import { numberComparisons } from './numbers/compare-numbers.ts'
import { draftNumbers } from './numbers/draft-numbers.ts'
import type { NumberTable } from './numbers/number-table.ts'
import { releaseNumbers } from './numbers/release-numbers.ts'
import { showAll, type Family, type TablePattern } from './pattern.ts'
import type { Solving } from './hiding/cell-system.ts'
import { disclosureRecord } from './record/disclosure-record.ts'
import { releaseTable } from './release-table.ts'
import type { Routing } from './routing.ts'
import { hideUnsafe } from './suppression/hide-unsafe.ts'
import { suppress } from './suppression/suppress.ts'
import type { Weighing } from './weights/class-table.ts'
import { hideUnweighed } from './weights/hide-unweighed.ts'
import { compareGroups, LEAST_DIFFERENCE } from './verdicts.ts'

/** Tables that may be shown, and an account of what was hidden. */
export interface Protected {
  readonly tables: readonly ReleasedTable[]
  readonly numbers: readonly ReleasedNumbers[]
  readonly record: DisclosureRecord
  readonly comparisons: Recipe['comparisons']
}

/** What a plan says of how figures are made and compared. */
export interface Basis {
  /** Null where everybody counts once. */
  readonly weighing?: Weighing | null
  /** Whether the groups of a breakdown (or crossing) are compared on a question or number; all of them when left out. */
  readonly compared?: (question: string, breakdown: string) => boolean
  /** What that came from, for the recipe. */
  readonly planned?: PlanComparisons | undefined
}

const everyPair = (): boolean => true

/**
 * Hides what could tell about few people, in all tables of a publication together, and has the outcome audited by
 * code that had no part in it. The tables come back in the order in which they were given.
 *
 * Every question comes with its table of everybody; tables by group come beside it. Groups are hidden on
 * their number of respondents (in every table of the breakdown alike) and on their number of answers to a question.
 *
 * Numbers come beside the tables of counts that hide their groups (`draftNumbers`); a table that only counts who gave a
 * number is protected and not given back.
 *
 * @param routings which of the questions and breakdowns are asked of some people only, and on what that depends; a
 *   question that is not named here must have been asked of everybody
 * @param basis how people are weighed, and which groups are compared; see `hideUnweighed` for what weighing hides
 * @throws Problem `policyTooWeak`; `tablesDisagree` for tables that do not belong together; `disclosureUnsafe`,
 *   naming table and cell, when the audit can compute a hidden figure too closely
 * @example
 * const { tables, record } = await protect(countTables, DEFAULT_POLICY, solving)
 * record.verdict // 'safe'
 */
export async function protect(
  tables: readonly CountTable[],
  policy: DisclosurePolicy,
  solving: Solving,
  routings: readonly Routing[] = [],
  numbers: readonly NumberTable[] = [],
  basis: Basis = {},
): Promise<Protected> {
  checkPolicy(policy)
  const { weighing = null, compared = everyPair, planned } = basis
  const families = familiesOf(tables)
  const asked: Asked = { tables, families, numbers, routings, policy, solving, weighing, compared }
  const suppressed = await suppress(families, policy, solving)
  const { drafts, verdicts, released, audits, programs } = await auditedRelease(asked, suppressed.patterns)
  if (audits.flat().some(isUnsafe)) refuseUnsafe([...(await programs.explained()), ...audits.flat()])
  const { made, clear, significant } = verdicts
  const inside = new Set(numbers.flatMap(({ table, presence }) => (presence ? [table] : [])))
  const shown = released.filter(({ id }) => !inside.has(id))
  const releasedNumbers = drafts.map((draft) =>
    releaseNumbers(draft, verdicts.byNumbers.get(draft.table.id) ?? [], policy),
  )
  return {
    tables: shown,
    numbers: releasedNumbers,
    record: disclosureRecord({
      tables: shown,
      numbers: releasedNumbers,
      measured: programs.measured,
      rangeOf: programs.rangeOf,
      policy,
      method: suppressed.method,
    }),
    comparisons: { made, clear, leastDifference: LEAST_DIFFERENCE, significant, ...(planned && { planned }) },
  }
}

/** What is to be protected, by what. */
interface Asked extends Required<Omit<Basis, 'planned'>> {
  readonly tables: readonly CountTable[]
  readonly families: readonly Family[]
  readonly numbers: readonly NumberTable[]
  readonly routings: readonly Routing[]
  readonly policy: DisclosurePolicy
  readonly solving: Solving
}

/** What may be let through under these patterns, with what the audits find in it. */
interface Release {
  readonly drafts: ReturnType<typeof draftNumbers>
  readonly verdicts: ReturnType<typeof compareGroups>
  readonly released: readonly ReleasedTable[]
  readonly audits: readonly (readonly Measurement[])[]
  readonly programs: ProgramAudit
}

/**
 * Each question was solved apart. Where questions together tell more than each of them, the table in which an audit finds it goes
 * whole, and all is audited again.
 */
async function auditedRelease(asked: Asked, found: ReadonlyMap<string, TablePattern>): Promise<Release> {
  const patterns = hideTogether(asked, found)
  const release = await releaseBy(asked, patterns)
  const stricter = hideUnsafe(asked.families, patterns, release.audits.flat())
  return stricter === null ? release : auditedRelease(asked, stricter)
}

/** Routed and weighed tables take each other with them until none has to go. */
function hideTogether(asked: Asked, patterns: ReadonlyMap<string, TablePattern>): ReadonlyMap<string, TablePattern> {
  const { families, routings, policy, weighing } = asked
  const routed = hideRouted(families, patterns, routings, policy)
  const weighed = hideUnweighed({ families, routings, policy }, routed, weighing)
  return weighed === patterns ? patterns : hideTogether(asked, weighed)
}

async function releaseBy(asked: Asked, patterns: ReadonlyMap<string, TablePattern>): Promise<Release> {
  const { tables, numbers, routings, policy, solving, weighing, compared } = asked
  const drafts = draftNumbers(numbers, tables, patterns, policy, weighing)
  const weighed = tables.map((table) => ({ table, classes: weighing?.tables.get(table.id) }))
  const wanted = weighed.filter(({ table }) => table.by !== null && compared(table.subject.name, table.by.name))
  const numbersWanted = drafts.filter(({ table: { subject, by } }) => by !== null && compared(subject.name, by.name))
  const verdicts = compareGroups(wanted, patterns, policy, numberComparisons(numbersWanted, policy))
  const released = weighed.map((one) =>
    releaseTable(
      one,
      patterns.get(one.table.id) ?? showAll(one.table),
      verdicts.byTable.get(one.table.id) ?? [],
      policy,
    ),
  )
  const programs = await auditByPrograms(released, policy, solving, tables)
  const audits = [programs.measured, audit(tables, released, policy, routings)]
  return { drafts, verdicts, released, programs, audits }
}

function checkPolicy(policy: DisclosurePolicy): void {
  const least = { leastGroup: 5, indicativeBelow: policy.leastGroup, sensitiveCell: 1 }
  for (const rule of ['leastGroup', 'indicativeBelow', 'sensitiveCell'] as const) {
    const value = policy[rule]
    if (!Number.isSafeInteger(value) || value < least[rule])
      throw problem('policyTooWeak', { rule, value, least: least[rule] })
  }
}

function isUnsafe({ width, needed }: Measurement): boolean {
  return width < needed
}

function refuseUnsafe(measured: readonly Measurement[]): void {
  const unsafe = measured.find(isUnsafe)
  if (unsafe) throw problem('disclosureUnsafe', { sums: [], ...unsafe })
}
