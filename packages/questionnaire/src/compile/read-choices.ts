import { pointer, type Option, type OtherWords } from '@klankbord/model'
import type { Guards } from './draft.ts'
import type { Fields } from './fields.ts'
import { OTHER_CODE, OTHER_VALUE } from './option-value.ts'
import { ownText } from './own-text.ts'
import type { OptionList } from './profile.ts'
import { ONE_LINE, WHOLE, readLimit, reportContradiction } from './read-limits.ts'
import { readOptions } from './read-options.ts'
import type { Reading } from './reading.ts'

interface Choices {
  readonly own: { readonly options: readonly Option[]; readonly other?: OtherWords }
  readonly guards: readonly Guards[]
}

/** The choices of a question, with "other" at the end where it is asked for. */
export function readChoices(fields: Fields, kind: OptionList, reading: Reading): Choices {
  const drafts = readOptions(fields, 'choices', kind, reading)
  const options = drafts.map(({ option }) => option)
  if (fields.boolean('showOtherItem') !== true) {
    for (const property of ['otherText', 'otherPlaceholder'])
      if (fields.has(property))
        reading.list.block('propertyNotHere', pointer(fields.path, property), {
          property,
          element: fields.element,
          goesWith: 'showOtherItem',
        })
    return { own: { options }, guards: drafts }
  }
  const placeholder = fields.text('otherPlaceholder')
  const other: Option = {
    value: OTHER_VALUE,
    code: OTHER_CODE,
    text: ownText(fields, 'otherText', 'other', reading),
    other: true,
  }
  return {
    own: { options: [...options, other], other: { maxLength: ONE_LINE, ...(placeholder && { placeholder }) } },
    guards: drafts,
  }
}

/** How many options may be chosen together. As in SurveyJS, 0 means no limit. */
export function readSelected(
  fields: Fields,
  options: readonly Option[],
  reading: Reading,
): { readonly minSelected?: number; readonly maxSelected?: number } {
  const minSelected = readLimit(fields, 'minSelectedChoices', WHOLE, reading) || undefined
  const maxSelected = readLimit(fields, 'maxSelectedChoices', WHOLE, reading) || undefined
  reportContradiction(fields, ['minSelectedChoices', minSelected], ['maxSelectedChoices', maxSelected], reading)
  const together = options.filter((option) => option.empty === undefined && option.exclusive !== true).length
  if (minSelected !== undefined && together > 0 && minSelected > together)
    reading.list.block('limitOutOfRange', pointer(fields.path, 'minSelectedChoices'), {
      property: 'minSelectedChoices',
      element: fields.element,
      expected: `at most ${together}, the options that can be chosen together`,
    })
  if (maxSelected !== undefined && together > 0 && maxSelected > together)
    reading.list.hint('limitNeverReached', pointer(fields.path, 'maxSelectedChoices'), {
      property: 'maxSelectedChoices',
      element: fields.element,
      most: together,
    })
  return { ...(minSelected && { minSelected }), ...(maxSelected && { maxSelected }) }
}

/** How many options to rank: all of them, unless `selectToRankEnabled` leaves the choice. */
export function readRanked(
  fields: Fields,
  options: readonly Option[],
  reading: Reading,
): { readonly minSelected: number; readonly maxSelected: number } {
  const all = options.length
  if (fields.boolean('selectToRankEnabled') === true) {
    const { minSelected, maxSelected } = readSelected(fields, options, reading)
    return { minSelected: minSelected ?? 1, maxSelected: Math.min(maxSelected ?? all, all) }
  }
  for (const property of ['minSelectedChoices', 'maxSelectedChoices'])
    if (fields.has(property))
      reading.list.block('propertyNotHere', pointer(fields.path, property), {
        property,
        element: fields.element,
        goesWith: 'selectToRankEnabled',
      })
  return { minSelected: all, maxSelected: all }
}

/** A picture always shows its words: without them, who sees badly cannot choose. */
export function reportHiddenLabels(fields: Fields, reading: Reading): void {
  if (fields.boolean('showLabel') === false)
    reading.list.block('unknownPropertyValue', pointer(fields.path, 'showLabel'), {
      property: 'showLabel',
      element: fields.element,
      found: 'false',
      allowed: ['true'],
    })
}
