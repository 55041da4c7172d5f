import type {
  Category,
  CountTable,
  Frame,
  Group,
  LocalizedText,
  SingleColumn,
  Split,
  TableSubject,
  Variable,
} from '@klankbord/model'
import { crossTabulation, frequencies } from '@klankbord/statistics'
import { crossedSubject, type Crossing } from './crossed-variable.ts'
import type { SelectedBreakdown } from './nesting.ts'
import type { CountableVariable, SelectedVariables } from './select-variables.ts'

/** The one group of a table that is not broken down. */
export const EVERYBODY: LocalizedText = { nl: 'Iedereen', en: 'Everybody' }

/**
 * Counts every question for everybody, by each breakdown and by each crossing of two. A question that is itself a breakdown is counted for
 * everybody only: crossing breakdowns would publish the same cells twice. Nothing is protected yet.
 */
export function tabulate({ questions, breakdowns, crossings }: SelectedVariables): readonly CountTable[] {
  const names = new Set(breakdowns.map(({ variable }) => variable.name))
  const groupings = [...breakdowns.map(groupsOf), ...crossings.map(crossedGroupsOf)]
  return questions.flatMap((question) => [
    countEverybody(question),
    ...(names.has(question.variable.name) ? [] : groupings.map((by) => countGroups(question, by))),
  ])
}

/**
 * Gives each group its known size in the population: everybody's from the frame, a group's from the frame's
 * stratum, null where the frame does not say.
 */
export function withPopulations(tables: readonly CountTable[], frame: Frame | null): readonly CountTable[] {
  if (!frame) return tables
  const populationOf = (table: CountTable, group: Group): number | null =>
    table.by ? (frame.strata[table.by.name]?.[String(group.code)] ?? null) : frame.population
  return tables.map((table) => ({
    ...table,
    groups: table.groups.map((group) => ({ ...group, population: populationOf(table, group) })),
  }))
}

/** What a table is about. */
export function subjectOf(variable: Variable): TableSubject {
  const { name, label, prompt, topic, theme, scale, sensitive } = variable
  return {
    name,
    label,
    ...(prompt === undefined ? {} : { prompt }),
    ...(topic === undefined ? {} : { topic }),
    ...(theme === undefined ? {} : { theme }),
    ...(scale === undefined ? {} : { scale }),
    sensitive,
  }
}

function countEverybody({ variable, column }: CountableVariable): CountTable {
  const { counts, base } = frequencies(column, variable.categories)
  return {
    id: variable.name,
    ...shapeOf({ variable, column }),
    by: null,
    groups: [{ code: null, label: EVERYBODY, population: null }],
    counts: [counts],
    bases: [base],
  }
}

/** By what people are split: the groups as they are named, and the codes that put people in them. */
interface Grouping {
  readonly by: Split
  readonly groups: readonly Omit<Group, 'population'>[]
  readonly column: SingleColumn
  readonly codes: readonly number[]
}

/** What a breakdown is called, with the coarser one in which its groups lie. */
export function splitOf({ variable, nesting }: SelectedBreakdown): Split {
  return { ...subjectOf(variable), ...(nesting && { within: nesting.within }) }
}

function groupsOf(breakdown: SelectedBreakdown): Grouping {
  const { variable, column, nesting } = breakdown
  const groups = substantive(variable).map(({ code, label }) => ({
    code,
    label,
    ...(nesting && { within: nesting.codes.get(code) ?? null }),
  }))
  return { by: splitOf(breakdown), groups, column, codes: groups.map(({ code }) => code) }
}

function crossedGroupsOf({ breakdowns: [first, second], groups, column }: Crossing): Grouping {
  const subject = crossedSubject(subjectOf(first.variable), subjectOf(second.variable))
  const by = { ...subject, crossed: [first.variable.name, second.variable.name] as const }
  return { by, groups, column, codes: groups.map((_, place) => place) }
}

function countGroups(question: CountableVariable, { by, groups, column, codes }: Grouping): CountTable {
  const rows = crossTabulation(question.column, question.variable.categories, column, codes)
  return {
    id: `${question.variable.name}×${by.name}`,
    ...shapeOf(question),
    by,
    groups: groups.map((group) => ({ ...group, population: null })),
    counts: rows.map((row) => row.counts),
    bases: rows.map((row) => row.base),
  }
}

function shapeOf({ variable, column }: CountableVariable): Pick<CountTable, 'kind' | 'subject' | 'categories'> {
  return { kind: column.type, subject: subjectOf(variable), categories: substantive(variable) }
}

function substantive(variable: Variable): readonly Category[] {
  return variable.categories.filter((category) => category.empty === undefined)
}
