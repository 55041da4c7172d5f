/** The columns of the open table, in their order: new ones come at the end. */
export const CSV_COLUMNS = [
  'table',
  'question',
  'question_text',
  'breakdown',
  'group',
  'group_text',
  'population',
  'figure',
  'answer',
  'answer_text',
  'status',
  'count',
  'share',
  'low',
  'high',
  'verdict',
  'total',
  'asked',
  'answered',
  'valid',
  'dont_know',
  'refused',
  'not_applicable',
  'skipped',
  'mean',
  'median',
  'ninetieth',
  'section',
  'publication',
  'from',
  'to',
  'expected',
  'difference',
  'differs',
  'basis',
] as const

/** A row of the open table; what it does not have is empty. */
export type CsvRow = Readonly<Partial<Record<(typeof CSV_COLUMNS)[number], string | number | null | undefined>>>

/** A number as every table of a publication has it: six digits behind the point. @example writtenNumber(2 / 3) // 0.666667 */
export function writtenNumber(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
