import type { ReleasedTable } from '@klankbord/model'
import { hasTwoSides } from './scale-step.ts'

/** Whether a table of everybody is drawn as agreement: one answer each, with positive and negative ones. */
export function isAgreementTable(table: ReleasedTable): boolean {
  return table.by === null && table.kind === 'single' && hasTwoSides(table.categories)
}

/** Whether a question has just two answers, one on each side. */
export function hasTwoAnswers(table: ReleasedTable): boolean {
  return table.categories.length === 2
}

/**
 * Puts the tables of one theme together that can share a figure: the same answers in the same order. Questions
 * with two answers join the first figure. Order stays that of the questionnaire.
 *
 * @param tables agreement tables of one theme
 */
export function agreementGroups(tables: readonly ReleasedTable[]): readonly (readonly ReleasedTable[])[] {
  const groups = new Map<string, ReleasedTable[]>()
  const main = tables.find((table) => !hasTwoAnswers(table)) ?? tables[0]
  for (const table of tables) {
    const key = scaleKey(hasTwoAnswers(table) && main ? main : table)
    groups.set(key, [...(groups.get(key) ?? []), table])
  }
  return [...groups.values()]
}

function scaleKey(table: ReleasedTable): string {
  return JSON.stringify(table.categories.map((category) => [category.label, category.tone]))
}
