import type { Json } from '@klankbord/model'
import type { Instrument } from '../instrument.ts'
import { parallelTo } from '../making/parallel-to.ts'
import { questionMaker } from '../making/question-maker.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

const ID = 'shelter-and-sheltered-living'

const ask = questionMaker(ID, { nl, en })

const SENSITIVE = { sensitive: true } as const
const FOR_SOME = { notApplicable: true } as const
const SENSITIVE_FOR_SOME = { sensitive: true, notApplicable: true } as const

const PAGES: readonly Json[] = [
  ask.page('page.your_place', [
    ask.choice('stay', 'about_you', SENSITIVE),
    ask.statement('rules', 'place', FOR_SOME),
    ask.statement('clean', 'place'),
    ask.statement('quiet', 'place'),
    // Free, day and night, according to rijksoverheid.nl on domestic violence.
    ask.note('note.safety'),
    ask.statement('safe', 'place', SENSITIVE),
  ]),
  ask.page('page.staff', [
    ask.statement('respect', 'contact'),
    ask.statement('listened', 'contact'),
    ask.statement('information', 'contact'),
    ask.statement('reachable', 'contact'),
  ]),
  ask.page('page.together', [
    ask.statement('deciding_together', 'together', FOR_SOME),
    ask.statement('own_goals', 'together', FOR_SOME),
    ask.statement('say', 'together', FOR_SOME),
  ]),
  ask.page('page.further', [
    ask.statement('fits', 'quality'),
    ask.statement('quality', 'quality'),
    ask.statement('money', 'effect', SENSITIVE_FOR_SOME),
    ask.statement('daytime', 'effect'),
    ask.statement('own_home', 'effect', FOR_SOME),
    ask.statement('managing', 'effect', SENSITIVE),
    ask.statement('quality_of_life', 'effect', SENSITIVE),
    ask.grade('grade', 'quality'),
  ]),
  ask.page('page.own_words', [ask.story('going_well', 'own_words'), ask.story('better', 'own_words')]),
  ask.page('page.about_you', [ask.choice('age_group', 'about_you'), ask.choice('helped', 'about_you')]),
]

/**
 * How people experience a shelter, sheltered housing or the support that comes with it. Rules, having a say, "own
 * home" and "money" can be answered with "does not apply to me": a night shelter does not offer everybody a support
 * worker or help with these, and who has a home of their own has no house rules.
 */
export const shelterAndShelteredLiving: Instrument = {
  id: ID,
  title: ask.text('name'),
  rights: 'own',
  about: { measures: ask.text('measures'), forWhom: ask.text('forWhom'), notFor: ask.text('notFor') },
  definition: {
    title: ask.text('title'),
    description: ask.text('description'),
    locale: 'nl',
    // Free, day and night, according to rijksoverheid.nl on domestic violence.
    helpLines: [ask.helpLine('help.safe_at_home', '0800-2000')],
    pages: PAGES,
    scales: [
      ask.meanScale('scale.place_mean', ['clean', 'quiet', 'safe']),
      ask.meanScale('scale.contact_mean', ['respect', 'listened', 'information', 'reachable']),
      ask.meanScale('scale.effect_mean', ['money', 'daytime', 'own_home', 'managing', 'quality_of_life']),
    ],
  },
  plan: {
    questions: [
      'rules',
      'clean',
      'quiet',
      'safe',
      'respect',
      'listened',
      'information',
      'reachable',
      'deciding_together',
      'own_goals',
      'say',
      'fits',
      'quality',
      'money',
      'daytime',
      'own_home',
      'managing',
      'quality_of_life',
      'grade',
    ],
    breakdowns: [{ variable: 'stay' }, { variable: 'age_group' }],
    headline: 'safe',
  },
  purposeLimits: [],
  parallelKeys: parallelTo([
    'safe',
    'respect',
    'listened',
    'information',
    'reachable',
    'deciding_together',
    'own_goals',
    'fits',
    'quality',
    'managing',
    'quality_of_life',
  ]),
}
