import type { Json } from '@klankbord/model'
import type { Instrument } from '../instrument.ts'
import { parallelTo } from '../making/parallel-to.ts'
import { questionMaker } from '../making/question-maker.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

const ID = 'ambulatory-mental-health'

const ask = questionMaker(ID, { nl, en })

const SENSITIVE = { sensitive: true } as const
const HEAVY = { ...SENSITIVE, helpLine: 'suicide_prevention' } as const

const PAGES: readonly Json[] = [
  ask.page('page.start', [ask.statement('quick_start', 'access'), ask.statement('information', 'access')]),
  ask.page('page.contact', [
    ask.statement('respect', 'contact'),
    ask.statement('listened', 'contact'),
    ask.statement('safe', 'contact', SENSITIVE),
  ]),
  ask.page('page.together', [
    ask.statement('deciding_together', 'together'),
    ask.statement('own_goals', 'together'),
    ask.statement('relatives_involved', 'together', { notApplicable: true }),
    ask.choice('medicines', 'together', SENSITIVE),
    ask.statement('medicines_explained', 'together', { ...SENSITIVE, visibleIf: '{medicines} = 1' }),
  ]),
  ask.page('page.organisation', [
    ask.statement('continuity', 'organisation'),
    ask.statement('reachable', 'organisation'),
    // 113 is free and anonymous, day and night: 113.nl, and ANP of 3 October 2025.
    ask.note('note.crisis'),
    ask.statement('crisis', 'organisation', SENSITIVE),
  ]),
  ask.page('page.effect', [
    ask.statement('fits', 'quality'),
    ask.statement('quality', 'quality'),
    ask.statement('managing', 'effect', SENSITIVE),
    ask.statement('hope', 'effect', HEAVY),
    ask.statement('quality_of_life', 'effect', HEAVY),
    ask.grade('grade', 'quality'),
  ]),
  ask.page('page.own_words', [ask.story('going_well', 'own_words'), ask.story('better', 'own_words')]),
  ask.page('page.about_you', [
    ask.choice('duration', 'about_you', { ...SENSITIVE, dontKnow: true }),
    ask.choice('age_group', 'about_you'),
    ask.choice('helped', 'about_you'),
  ]),
]

/**
 * How people who live at home experience treatment in mental-health care. Written for this project; its subjects are
 * those that the field's own list measures (treatment by staff, deciding together, information, carrying out), to
 * which effects on the client's own goals were added, as client-led quality tests do.
 */
export const ambulatoryMentalHealth: Instrument = {
  id: ID,
  title: ask.text('name'),
  rights: 'own',
  about: { measures: ask.text('measures'), forWhom: ask.text('forWhom'), notFor: ask.text('notFor') },
  definition: {
    title: ask.text('title'),
    description: ask.text('description'),
    locale: 'nl',
    // Free and anonymous, day and night: 113.nl, and ANP of 3 October 2025.
    helpLines: [ask.helpLine('help.suicide_prevention', '113')],
    pages: PAGES,
    scales: [
      ask.meanScale('scale.contact_mean', ['respect', 'listened', 'safe']),
      ask.meanScale('scale.together_mean', ['deciding_together', 'own_goals', 'relatives_involved']),
      ask.meanScale('scale.effect_mean', ['managing', 'hope', 'quality_of_life']),
    ],
  },
  plan: {
    questions: [
      'quick_start',
      'information',
      'respect',
      'listened',
      'safe',
      'deciding_together',
      'own_goals',
      'relatives_involved',
      'medicines_explained',
      'continuity',
      'reachable',
      'crisis',
      'fits',
      'quality',
      'managing',
      'hope',
      'quality_of_life',
      'grade',
    ],
    breakdowns: [{ variable: 'age_group' }, { variable: 'duration' }],
    headline: 'quality',
  },
  purposeLimits: [],
  parallelKeys: parallelTo([
    'quick_start',
    'information',
    'respect',
    'listened',
    'safe',
    'deciding_together',
    'own_goals',
    'relatives_involved',
    'continuity',
    'reachable',
    'crisis',
    'fits',
    'quality',
    'managing',
    'quality_of_life',
  ]),
}
