import type { Json } from '@klankbord/model'
import { YOUNG_STATEMENT_PROMPT } from '../answer-scales/answer-scales.ts'
import { ask } from './ask.ts'
import { YOUNG_PERSON } from './taking-part.ts'

/** Young people are spoken to informally. */
const PROMPT = { prompt: YOUNG_STATEMENT_PROMPT } as const
const SENSITIVE = { ...PROMPT, sensitive: true } as const
const FOR_SOME = { ...PROMPT, notApplicable: true } as const

/** The questions to a young person who may take part. */
export const YOUNG_PERSON_PAGES: readonly Json[] = [
  ask.page(
    'page.y_begin',
    [
      ask.statement('y_quick', 'access', PROMPT),
      ask.statement('y_information', 'access', PROMPT),
      ask.yesNo('y_knows_whom', 'access'),
    ],
    YOUNG_PERSON,
  ),
  ask.page(
    'page.y_help',
    [
      ask.statement('y_listened', 'quality', PROMPT),
      ask.statement('y_respect', 'quality', PROMPT),
      ask.statement('y_safe', 'quality', SENSITIVE),
      ask.statement('y_together', 'quality', PROMPT),
      ask.statement('y_fits', 'quality', PROMPT),
      ask.statement('y_quality', 'quality', PROMPT),
    ],
    YOUNG_PERSON,
  ),
  ask.page(
    'page.y_effect',
    [
      ask.statement('y_feeling', 'effect', SENSITIVE),
      ask.statement('y_managing', 'effect', PROMPT),
      ask.statement('y_school', 'effect', FOR_SOME),
      ask.statement('y_friends', 'effect', PROMPT),
      ask.statement('y_home', 'effect', { ...SENSITIVE, ...FOR_SOME }),
      // Free: vriendenkindertelefoon.nl.
      ask.note('note.y_safety'),
      ask.statement('y_safe_home', 'effect', { ...SENSITIVE, ...FOR_SOME }),
      ask.grade('y_grade', 'quality'),
    ],
    YOUNG_PERSON,
  ),
  ask.page('page.y_own_words', [ask.story('y_story', 'own_words')], YOUNG_PERSON),
]
