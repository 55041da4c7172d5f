import { conditionOf, type ConditionSource } from './condition-source.ts'
import type { Fields } from './fields.ts'
import { needsOneOf } from './read-validator.ts'
import { readName, type TakenNames } from './read-name.ts'
import { readObjects } from './read-objects.ts'
import type { Reading } from './reading.ts'
import { reportReserved } from './report-reserved.ts'

/** A calculated value whose expression is still a text. */
export interface DraftCalculatedValue {
  readonly name: string
  readonly path: string
  readonly kept: boolean
  /** Whether it says who may take part. */
  readonly eligibility: boolean
  /** Null where there is none: reported. */
  readonly source: ConditionSource | null
}

const PROPERTIES = {
  name: 'string',
  expression: 'condition',
  includeIntoResult: 'boolean',
  eligibility: 'boolean',
} as const
const MOST_VALUES = 100

/** Reads the calculated values of a questionnaire. Their names are those of variables, beside the questions. */
export function readCalculatedValues(
  questionnaire: Fields,
  names: TakenNames,
  reading: Reading,
): readonly DraftCalculatedValue[] {
  const read = { property: 'calculatedValues', called: 'calculated value', properties: PROPERTIES, most: MOST_VALUES }
  return readObjects(questionnaire, read, reading).flatMap((fields) => {
    const name = readName(fields, names, reading.list)
    reportReserved(fields, reading.list)
    needsOneOf(fields, ['expression'], reading)
    if (name === undefined) return []
    const kept = fields.boolean('includeIntoResult') === true
    const eligibility = fields.boolean('eligibility') === true
    return { name, path: fields.path, kept, eligibility, source: conditionOf(fields, 'expression') }
  })
}
