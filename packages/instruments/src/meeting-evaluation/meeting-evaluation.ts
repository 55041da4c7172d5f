import type { Json } from '@klankbord/model'
import type { Instrument } from '../instrument.ts'
import { questionMaker } from '../making/question-maker.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

const ID = 'meeting-evaluation'

const ask = questionMaker(ID, { nl, en })

/** Somebody who said nothing was not listened to or not. */
const NOT_FOR_EVERYBODY = { notApplicable: true } as const

const PAGES: readonly Json[] = [
  ask.page('page.there', [
    ask.statement('welcome', 'there'),
    ask.statement('easy_to_reach', 'there'),
    ask.statement('purpose_clear', 'there'),
  ]),
  ask.page('page.talk', [
    ask.statement('could_follow', 'talk'),
    ask.statement('could_speak', 'talk'),
    ask.statement('listened', 'talk', NOT_FOR_EVERYBODY),
    ask.statement('felt_safe', 'talk', { sensitive: true }),
  ]),
  ask.page('page.after', [
    ask.statement('next_step_clear', 'after'),
    ask.statement('matters', 'after', NOT_FOR_EVERYBODY),
    ask.grade('grade', 'after'),
    ask.yesNo('again', 'after'),
  ]),
  ask.page('page.own_words', [ask.story('good', 'own_words'), ask.story('better', 'own_words')]),
  ask.page('page.about_you', [ask.choice('role', 'about_you', { sensitive: true })]),
]

/** What people thought of a meeting: a mirror talk, an afternoon on a theme, a client council. */
export const meetingEvaluation: Instrument = {
  id: ID,
  title: ask.text('name'),
  rights: 'own',
  about: { measures: ask.text('measures'), forWhom: ask.text('forWhom'), notFor: ask.text('notFor') },
  definition: {
    title: ask.text('title'),
    description: ask.text('description'),
    locale: 'nl',
    pages: PAGES,
    scales: [ask.meanScale('scale.taking_part', ['could_follow', 'could_speak', 'listened', 'felt_safe'])],
  },
  plan: {
    questions: [
      'welcome',
      'easy_to_reach',
      'purpose_clear',
      'could_follow',
      'could_speak',
      'listened',
      'felt_safe',
      'next_step_clear',
      'matters',
      'grade',
      'again',
    ],
    breakdowns: [{ variable: 'role' }],
    headline: 'could_speak',
  },
  purposeLimits: [],
  parallelKeys: {},
}
