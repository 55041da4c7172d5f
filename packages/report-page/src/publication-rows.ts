import { mapTexts } from '@klankbord/disclosure'
import {
  localize,
  type LanguageCode,
  type LocalizedText,
  type Publication,
  type ReleasedGroup,
  type ReleasedNumbers,
  type ReleasedTable,
  type ShareEstimate,
} from '@klankbord/model'
import { accountabilityRows } from './accountability-rows.ts'
import { authoredText } from './authored-text.ts'
import type { CsvRow } from './csv-row.ts'

/**
 * Every released figure with its base, one in a row: each answer of each group, the positive answers together, and the
 * numbers of each group (`figure` is "number"), whose interval is that of the mean; days of a duration.
 * `basis` says whether shares and means are weighted; counts never are.
 * A hidden figure has its reason in `status` ("hidden:tooFew") and nothing in the columns of numbers.
 *
 * `section` tells them from what accounts for them, each in rows of the same table: `results`, `texts`, `account` (who was
 * invited and answered), `missing` (a group's share of all people in `expected`), `trend`, `changes`, `methods`.
 *
 * @param language of the texts; codes are the same in every language
 */
export function publicationRows(publication: Publication, language: LanguageCode): readonly CsvRow[] {
  const inLanguage = (text: LocalizedText): string => localize(text, language, publication.language)
  const rows = publication.tables.flatMap((table) =>
    table.groups.flatMap((group) => groupRows(table, group, inLanguage)),
  )
  const numbers = (publication.numbers ?? []).flatMap((one) => numberRows(one, inLanguage))
  const basis = publication.recipe.weights === 'none' ? 'counted' : 'weighted'
  const results = [...rows, ...numbers].map((row) => ({ section: 'results', basis, ...row }))
  return [...results, ...textRows(publication, language), ...accountabilityRows(publication, language)]
}

function groupRows(
  table: ReleasedTable,
  group: ReleasedGroup,
  inLanguage: (text: LocalizedText) => string,
): readonly CsvRow[] {
  const names: CsvRow = {
    table: table.id,
    question: table.subject.name,
    question_text: inLanguage(table.subject.label),
    breakdown: table.by?.name ?? '',
    group: group.code,
    group_text: inLanguage(group.label),
    population: group.population,
  }
  const answers = table.categories.map((category): CsvRow => ({
    ...names,
    figure: 'answer',
    answer: category.code,
    answer_text: inLanguage(category.label),
  }))
  if (group.status === 'hidden') return answers.map((row) => ({ ...row, status: `hidden:${group.reason}` }))
  const base = baseColumns(group)
  const cells = answers.map((row, place): CsvRow => {
    const cell = group.cells[place]
    if (!cell || cell.status === 'hidden') return { ...row, ...base, status: `hidden:${cell?.reason ?? 'tooFew'}` }
    const { count, share, low, high } = cell
    return { ...row, ...base, status: group.status, count, share, low, high }
  })
  if (!group.positive) return cells
  const { count, share, low, high } = group.positive
  const { verdict, status } = group
  return [...cells, { ...names, ...base, figure: 'positive', status, count, share, low, high, verdict }]
}

/** What authors wrote, each text in a row: its field in `table`, "text" in `figure`, its words in `answer_text`. */
function textRows(publication: Publication, language: LanguageCode): readonly CsvRow[] {
  const rows: CsvRow[] = []
  mapTexts(publication, (text, field) => {
    rows.push({
      section: 'texts',
      table: field,
      figure: 'text',
      answer_text: authoredText(text, publication, language),
    })
    return null
  })
  return rows
}

function numberRows(numbers: ReleasedNumbers, inLanguage: (text: LocalizedText) => string): readonly CsvRow[] {
  const { id, subject, by, groups } = numbers
  return groups.flatMap((group): readonly CsvRow[] => {
    const names: CsvRow = {
      table: id,
      question: subject.name,
      question_text: inLanguage(subject.label),
      breakdown: by?.name ?? '',
      group: group.code,
      group_text: inLanguage(group.label),
      population: group.population,
    }
    if (group.status === 'hidden') return [{ ...names, figure: 'number', status: `hidden:${group.reason}` }]
    const { status, n: valid, mean, median, ninetieth, insufficient, good, verdict } = group
    const { estimate = null, low = null, high = null } = mean ?? {}
    const row = { ...names, status, valid }
    return [
      { ...row, figure: 'number', mean: estimate, low, high, median, ninetieth, verdict },
      ...shareRow({ ...row, figure: '5_or_lower' }, insufficient),
      ...shareRow({ ...row, figure: '8_or_higher' }, good),
    ]
  })
}

function shareRow(row: CsvRow, estimate: ShareEstimate | undefined): readonly CsvRow[] {
  if (!estimate) return []
  const { count, share, low, high } = estimate
  return [{ ...row, count, share, low, high }]
}

function baseColumns({ base }: Exclude<ReleasedGroup, { status: 'hidden' }>): CsvRow {
  const { total, asked, answered, valid, empties } = base
  return {
    total,
    asked,
    answered,
    valid,
    dont_know: empties.dontKnow ?? 0,
    refused: empties.refused ?? 0,
    not_applicable: empties.notApplicable ?? 0,
    skipped: empties.skipped ?? 0,
  }
}
