import type { Json } from '@klankbord/model'
import { ask } from './ask.ts'

/**
 * How a young person answers. It decides when a parent has to agree, in the research codes that Dutch municipalities
 * follow (MOA, VBO and VSO; the rules that Utrecht and Zwolle publish): online below 16; on paper or in a talk below
 * 12, unless the child goes to secondary school.
 */
export type YouthMode = 'online' | 'onPaperOrInPerson'

/** Who is answering, and whether they may: it comes before everything else. */
export interface TakingPart {
  readonly pages: readonly Json[]
  readonly calculatedValues: readonly Json[]
}

/** Holds for a young person who may take part. */
export const YOUNG_PERSON = '{version} = 1 and {may_take_part}'

/** Holds for a parent. */
export const PARENT = '{version} = 2 and {may_take_part}'

/** Of a young person who does not say how old they are, or whose parent does not agree. */
const MAY_NOT = '{age_band} = -4 or {parent_agrees} anyof [2, -3, -4]'

const ASK_PARENT: Readonly<Record<YouthMode, string>> = {
  online: '{age_band} anyof [1, 2]',
  onPaperOrInPerson: '{age_band} = 1 and {secondary_school} anyof [2, -4]',
}

const MAY_ALONE: Readonly<Record<YouthMode, string>> = {
  online: '{age_band} = 3',
  onPaperOrInPerson: '{age_band} anyof [2, 3] or {secondary_school} = 1',
}

/**
 * The door of the questionnaire. Its questions block: nobody gets past without an answer, and "I'd rather not say" ends
 * it kindly: nothing of somebody who may not take part is stored. No date of birth, name or signature is asked. Age, school and the parent's yes or no decide and are not
 * stored: of them a response holds the outcome `may_take_part` alone. Without it nothing else is asked, so nothing else
 * can be stored.
 */
export function takingPart(mode: YouthMode): TakingPart {
  const door = { blocking: true, outcomeOnly: true } as const
  const school =
    mode === 'onPaperOrInPerson'
      ? [ask.choice('secondary_school', 'taking_part', { ...door, visibleIf: '{age_band} = 1' })]
      : []
  return {
    pages: [
      ask.page('page.taking_part', [
        ask.choice('version', 'taking_part', { blocking: true }),
        ask.choice('age_band', 'taking_part', { ...door, visibleIf: '{version} = 1' }),
        ...school,
        ask.choice('parent_agrees', 'taking_part', { ...door, dontKnow: true, visibleIf: ASK_PARENT[mode] }),
      ]),
      ask.page('page.stop', [
        ask.note(mode === 'online' ? 'note.stop' : 'note.stop_in_person', MAY_NOT),
        ask.note('note.stop_unsaid', '{version} = -4'),
      ]),
    ],
    calculatedValues: [
      {
        name: 'may_take_part',
        expression: `{version} = 2 or ({version} = 1 and (${MAY_ALONE[mode]} or {parent_agrees} = 1))`,
        includeIntoResult: true,
        eligibility: true,
      },
    ],
  }
}
