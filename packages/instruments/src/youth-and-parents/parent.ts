import type { Json } from '@klankbord/model'
import { ask } from './ask.ts'
import { PARENT } from './taking-part.ts'

const SENSITIVE = { sensitive: true } as const
const FOR_SOME = { notApplicable: true } as const

/** The questions to a parent or carer. */
export const PARENT_PAGES: readonly Json[] = [
  ask.page(
    'page.p_begin',
    [ask.statement('p_quick', 'access'), ask.statement('p_information', 'access'), ask.yesNo('p_knows_whom', 'access')],
    PARENT,
  ),
  ask.page(
    'page.p_help',
    [
      ask.statement('p_listened', 'quality'),
      ask.statement('p_respect', 'quality'),
      ask.statement('p_safe', 'quality', SENSITIVE),
      ask.statement('p_together', 'quality'),
      ask.statement('p_involved', 'quality'),
      ask.statement('p_fits', 'quality'),
      ask.statement('p_quality', 'quality'),
    ],
    PARENT,
  ),
  ask.page(
    'page.p_effect',
    [
      ask.statement('p_feeling', 'effect', SENSITIVE),
      ask.statement('p_managing', 'effect'),
      ask.statement('p_school', 'effect', FOR_SOME),
      ask.statement('p_friends', 'effect'),
      ask.statement('p_upbringing', 'effect'),
      ask.statement('p_home', 'effect', { ...SENSITIVE, ...FOR_SOME }),
      // Free, day and night, according to rijksoverheid.nl on domestic violence.
      ask.note('note.p_safety'),
      ask.statement('p_safe_home', 'effect', { ...SENSITIVE, ...FOR_SOME }),
      ask.grade('p_grade', 'quality'),
    ],
    PARENT,
  ),
  ask.page('page.p_own_words', [ask.story('p_story', 'own_words')], PARENT),
  ask.page('page.p_about_child', [ask.choice('p_child_age', 'about_you', SENSITIVE)], PARENT),
]
