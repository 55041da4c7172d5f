import type { LocalizedText } from '@klankbord/model'
import type { Instrument, PurposeLimit } from '../instrument.ts'
import { ask, ID } from './ask.ts'
import { PARENT_PAGES } from './parent.ts'
import { takingPart, type YouthMode } from './taking-part.ts'
import { YOUNG_PERSON_PAGES } from './young-person.ts'

const BY_YOUNG_PEOPLE = [
  'y_quick',
  'y_information',
  'y_knows_whom',
  'y_listened',
  'y_respect',
  'y_safe',
  'y_together',
  'y_fits',
  'y_quality',
  'y_feeling',
  'y_managing',
  'y_school',
  'y_friends',
  'y_home',
  'y_safe_home',
  'y_grade',
]

const BY_PARENTS = [
  'p_quick',
  'p_information',
  'p_knows_whom',
  'p_listened',
  'p_respect',
  'p_safe',
  'p_together',
  'p_involved',
  'p_fits',
  'p_quality',
  'p_feeling',
  'p_managing',
  'p_school',
  'p_friends',
  'p_upbringing',
  'p_home',
  'p_safe_home',
  'p_grade',
]

/** What both are asked from their own side; the keys are those of the other questionnaires where they ask the same. */
const PARALLEL: Readonly<Record<string, string>> = {
  quick: 'quick_start',
  information: 'information',
  listened: 'listened',
  respect: 'respect',
  safe: 'safe',
  together: 'deciding_together',
  fits: 'fits',
  quality: 'quality',
  managing: 'managing',
  knows_whom: 'knows_whom',
  feeling: 'feeling',
  school: 'school',
  friends: 'friends',
  home: 'home',
  safe_home: 'safe_home',
  grade: 'grade_of_youth_care',
}

/**
 * How young people and parents experience youth care: the first question chooses whose questions follow. The Youth Act
 * asks for a yearly study (article 2.10) and leaves the questions free. The field's rule for such outcomes is to use
 * them neither for purchasing nor per institution (vng.nl); both are limits of all questions.
 *
 * @param mode how young people answer, which decides whose parent has to agree
 * @example youthAndParentsFor('onPaperOrInPerson').id // 'youth-and-parents'
 */
export function youthAndParentsFor(mode: YouthMode): Instrument {
  const { pages, calculatedValues } = takingPart(mode)
  return {
    id: ID,
    title: ask.text('name'),
    rights: 'own',
    about: { measures: ask.text('measures'), forWhom: ask.text('forWhom'), notFor: ask.text('notFor') },
    definition: {
      title: ask.text('title'),
      description: ask.text('description'),
      locale: 'nl',
      pages: [...pages, ...YOUNG_PERSON_PAGES, ...PARENT_PAGES],
      calculatedValues,
      scales: [
        ask.meanScale('scale.y_quality_mean', ['y_listened', 'y_respect', 'y_safe', 'y_together', 'y_fits']),
        ask.meanScale('scale.y_effect_mean', ['y_feeling', 'y_managing', 'y_school', 'y_friends', 'y_home']),
        ask.meanScale('scale.p_quality_mean', ['p_listened', 'p_respect', 'p_safe', 'p_together', 'p_fits']),
        ask.meanScale('scale.p_effect_mean', ['p_feeling', 'p_managing', 'p_school', 'p_friends', 'p_home']),
      ],
    },
    plan: {
      questions: [...BY_YOUNG_PEOPLE, ...BY_PARENTS],
      breakdowns: [{ variable: 'p_child_age' }],
      headline: 'y_quality',
    },
    purposeLimits: [
      limit('perInstitution', ask.text('notPerInstitution')),
      limit('purchasing', ask.text('notForPurchasing')),
    ],
    parallelKeys: parallelKeys(),
  }
}

/** The questionnaire as it is filled in online, where a parent has to agree below 16. */
export const youthAndParents: Instrument = youthAndParentsFor('online')

function limit(never: PurposeLimit['never'], reason: LocalizedText): PurposeLimit {
  return { questions: [...BY_YOUNG_PEOPLE, ...BY_PARENTS], never, reason }
}

function parallelKeys(): Readonly<Record<string, string>> {
  const both = Object.entries(PARALLEL).flatMap(([name, key]): readonly (readonly [string, string])[] => [
    [`y_${name}`, key],
    [`p_${name}`, key],
  ])
  return Object.fromEntries([...both, ['p_involved', 'relatives_involved']])
}
