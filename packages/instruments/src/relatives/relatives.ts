import type { Json } from '@klankbord/model'
import type { Instrument } from '../instrument.ts'
import { parallelTo } from '../making/parallel-to.ts'
import { questionMaker } from '../making/question-maker.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

const ID = 'relatives'

const ask = questionMaker(ID, { nl, en })

const SENSITIVE = { sensitive: true } as const

const PAGES: readonly Json[] = [
  ask.page('page.beginning', [
    ask.choice('relation', 'about_you', SENSITIVE),
    ask.choice('care', 'about_you', { ...SENSITIVE, dontKnow: true }),
  ]),
  ask.page('page.contact', [
    ask.statement('respect', 'contact'),
    ask.statement('listened', 'contact'),
    ask.statement('deciding_together', 'together'),
    ask.statement('safe', 'contact', SENSITIVE),
  ]),
  ask.page('page.help', [
    ask.statement('reachable', 'organisation'),
    ask.statement('fits', 'quality'),
    ask.statement('quality', 'quality'),
    ask.statement('managing', 'effect', SENSITIVE),
    ask.statement('quality_of_life', 'effect', SENSITIVE),
  ]),
  ask.page('page.with_you', [
    // Not everybody's relative wants them to think along, and not everybody needs support or helps.
    ask.statement('relatives_involved', 'involved', { notApplicable: true }),
    ask.statement('explained', 'involved'),
    ask.statement('private', 'involved'),
    ask.statement('valued', 'involved'),
    ask.note('note.crisis'),
    ask.statement('crisis', 'organisation', SENSITIVE),
    ask.statement('support', 'own_load', { ...SENSITIVE, notApplicable: true }),
    ask.note('note.burden'),
    ask.choice('burden', 'own_load', { ...SENSITIVE, dontKnow: true, notApplicable: true }),
  ]),
  ask.page('page.own_words', [ask.story('going_well', 'own_words'), ask.story('better', 'own_words')]),
  ask.page('page.about_you', [ask.choice('contact_often', 'about_you')]),
]

/**
 * How relatives and friends see the help for somebody close to them, and how it is for themselves. What they are asked
 * about that help is parallel to what clients are asked; the views are compared for groups, never for one client.
 */
export const relatives: Instrument = {
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
      ask.meanScale('scale.effect_mean', ['managing', 'quality_of_life']),
      ask.meanScale('scale.involved_mean', ['relatives_involved', 'explained', 'private', 'valued']),
    ],
  },
  plan: {
    questions: [
      'respect',
      'listened',
      'deciding_together',
      'safe',
      'reachable',
      'fits',
      'quality',
      'managing',
      'quality_of_life',
      'relatives_involved',
      'explained',
      'private',
      'valued',
      'crisis',
      'support',
      'burden',
    ],
    breakdowns: [{ variable: 'care' }, { variable: 'relation' }],
    headline: 'relatives_involved',
  },
  purposeLimits: [],
  parallelKeys: parallelTo([
    'respect',
    'listened',
    'deciding_together',
    'safe',
    'reachable',
    'fits',
    'quality',
    'managing',
    'quality_of_life',
    'relatives_involved',
    'crisis',
  ]),
}
