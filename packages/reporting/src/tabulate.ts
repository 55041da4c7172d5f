import type { Category, CountTable, Frame, Group, LocalizedText, TableSubject, Variable } from '@klankbord/model'
import { crossTabulation, frequencies } from '@klankbord/statistics'
import type { SingleVariable } from './banded-variable.ts'
import type { CountableVariable, SelectedVariables } from './select-variables.ts'

/** The one group of a table that is not broken down. */
export const EVERYBODY: LocalizedText = { nl: 'Iedereen', en: 'Everybody' }

/**
 * Counts every question for everybody and by each breakdown. A question that is itself a breakdown is counted for
 * everybody only: crossing breakdowns would publish the same cells twice. Nothing is protected yet.
 */
export function tabulate({ questions, breakdowns }: SelectedVariables): readonly CountTable[] {
  const names = new Set(breakdowns.map(({ variable }) => variable.name))
  return questions.flatMap((question) => [
    countEverybody(question),
    ...(names.has(question.variable.name) ? [] : breakdowns.map((by) => countGroups(question, by))),
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

function countGroups(question: CountableVariable, by: SingleVariable): CountTable {
  const groups = substantive(by.variable)
  const codes = groups.map((category) => category.code)
  const rows = crossTabulation(question.column, question.variable.categories, by.column, codes)
  return {
    id: `${question.variable.name}×${by.variable.name}`,
    ...shapeOf(question),
    by: subjectOf(by.variable),
    groups: groups.map(({ code, label }) => ({ code, label, population: null })),
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
