import type { LocalizedText } from '@klankbord/model'
import { conditionOf, type ConditionSource } from './condition-source.ts'
import type { Fields } from './fields.ts'
import { readName, type TakenNames } from './read-name.ts'
import { readObjects } from './read-objects.ts'
import { needsOneOf } from './read-validator.ts'
import type { Reading } from './reading.ts'

/** A duration whose questions are still names. */
export interface DraftDuration {
  readonly name: string
  readonly path: string
  /** The duration in words, for a sentence. */
  readonly element: string
  readonly title: LocalizedText
  /** Undefined where it is missing: reported. */
  readonly amount: string | undefined
  readonly unit: string | undefined
  readonly censoredIf: ConditionSource | null
}

const PROPERTIES = {
  name: 'string',
  title: 'text',
  amount: 'string',
  unit: 'string',
  censoredIf: 'condition',
} as const
const MOST_DURATIONS = 50

/** Reads the durations of a questionnaire. Their names are those of variables, beside the questions. */
export function readDurations(questionnaire: Fields, names: TakenNames, reading: Reading): readonly DraftDuration[] {
  const read = { property: 'durations', called: 'duration', properties: PROPERTIES, most: MOST_DURATIONS }
  return readObjects(questionnaire, read, reading).flatMap((fields) => {
    const { path, element } = fields
    const name = readName(fields, names, reading.list)
    const title = fields.neededText('title')
    for (const property of ['amount', 'unit']) needsOneOf(fields, [property], reading)
    if (name === undefined) return []
    const [amount, unit] = [fields.string('amount'), fields.string('unit')]
    return { name, path, element, title, amount, unit, censoredIf: conditionOf(fields, 'censoredIf') }
  })
}
