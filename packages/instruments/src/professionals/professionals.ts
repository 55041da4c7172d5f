import type { Json } from '@klankbord/model'
import type { Instrument } from '../instrument.ts'
import { parallelTo } from '../making/parallel-to.ts'
import { questionMaker } from '../making/question-maker.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

const ID = 'professionals'

const ask = questionMaker(ID, { nl, en })

/** What a member of staff says about the own workplace could be held against them. */
const SENSITIVE = { sensitive: true } as const

const PAGES: readonly Json[] = [
  ask.page('page.beginning', [ask.choice('work', 'about_you')]),
  ask.page('page.start', [ask.statement('quick_start', 'access'), ask.statement('information', 'access')]),
  ask.page('page.contact', [
    ask.statement('respect', 'contact'),
    ask.statement('listened', 'contact'),
    ask.statement('safe', 'contact', SENSITIVE),
    ask.statement('continuity', 'organisation'),
    ask.statement('reachable', 'organisation'),
    ask.statement('crisis', 'organisation', SENSITIVE),
  ]),
  ask.page('page.together', [
    ask.statement('deciding_together', 'together'),
    ask.statement('own_goals', 'together'),
    ask.statement('relatives_involved', 'together'),
  ]),
  ask.page('page.effect', [
    ask.statement('fits', 'quality'),
    ask.statement('quality', 'quality'),
    ask.statement('managing', 'effect'),
    ask.statement('quality_of_life', 'effect'),
  ]),
  ask.page('page.your_work', [
    ask.statement('time', 'work', SENSITIVE),
    ask.statement('speak_up', 'work', SENSITIVE),
    ask.statement('learn', 'work', SENSITIVE),
    ask.statement('working_together', 'work', SENSITIVE),
  ]),
  ask.page('page.own_words', [ask.story('going_well', 'own_words'), ask.story('better', 'own_words')]),
]

/**
 * How professionals see the help of their team, on the points on which clients and relatives are asked. It asks about
 * all clients of a team together, so that no answer can be laid beside that of one client, and nothing about the
 * person who answers but the kind of help, since teams are small.
 */
export const professionals: Instrument = {
  id: ID,
  title: ask.text('name'),
  rights: 'own',
  about: { measures: ask.text('measures'), forWhom: ask.text('forWhom'), notFor: ask.text('notFor') },
  definition: {
    title: ask.text('title'),
    description: ask.text('description'),
    locale: 'nl',
    pages: PAGES,
    scales: [
      ask.meanScale('scale.contact_mean', ['respect', 'listened', 'safe']),
      ask.meanScale('scale.together_mean', ['deciding_together', 'own_goals', 'relatives_involved']),
      ask.meanScale('scale.effect_mean', ['managing', 'quality_of_life']),
      ask.meanScale('scale.work_mean', ['time', 'speak_up', 'learn', 'working_together']),
    ],
  },
  plan: {
    questions: [
      'quick_start',
      'information',
      'respect',
      'listened',
      'safe',
      'continuity',
      'reachable',
      'crisis',
      'deciding_together',
      'own_goals',
      'relatives_involved',
      'fits',
      'quality',
      'managing',
      'quality_of_life',
      'time',
      'speak_up',
      'learn',
      'working_together',
    ],
    breakdowns: [{ variable: 'work' }],
    headline: 'quality',
  },
  purposeLimits: [],
  parallelKeys: parallelTo([
    'quick_start',
    'information',
    'respect',
    'listened',
    'safe',
    'continuity',
    'reachable',
    'crisis',
    'deciding_together',
    'own_goals',
    'relatives_involved',
    'fits',
    'quality',
    'managing',
    'quality_of_life',
  ]),
}
