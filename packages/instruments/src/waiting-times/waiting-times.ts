import type { Json } from '@klankbord/model'
import { DONT_KNOW, REFUSED } from '../answer-scales/answer-scales.ts'
import type { Instrument } from '../instrument.ts'
import { questionMaker } from '../making/question-maker.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

const ID = 'waiting-times'

const ask = questionMaker(ID, { nl, en })

/** Longer than this is a slip of the keyboard. */
const MOST = 999

const UNITS: Json = [
  { value: 'day', text: ask.text('unit.day') },
  { value: 'week', text: ask.text('unit.week') },
  { value: 'month', text: ask.text('unit.month') },
  { value: 'year', text: ask.text('unit.year') },
  DONT_KNOW,
  REFUSED,
]

/** What somebody waits for: the name of the question whether it is there. Its answers 1 and 2 are "yes" and "still waiting". */
type Awaited = 'talk' | 'start'

/** A number and its unit on one screen, for who had what they waited for and for who is still waiting. */
function waited(awaited: Awaited): Json {
  const [amount, unit] = [`${awaited}_wait`, `${awaited}_wait_unit`] as const
  return {
    type: 'panel',
    name: `${awaited}_waited`,
    shortGroup: true,
    visibleIf: `{${awaited}} anyof [1, 2]`,
    elements: [
      {
        type: 'text',
        inputType: 'number',
        name: amount,
        title: ask.text(amount),
        description: ask.text(`${amount}.description`),
        theme: 'waiting',
        min: 0,
        max: MOST,
      },
      { type: 'radiogroup', name: unit, title: ask.text(unit), theme: 'waiting', choices: UNITS },
    ],
  }
}

/** "I am still waiting" makes the time at least this long, instead of exactly. */
function duration(name: 'time_to_talk' | 'time_to_start', awaited: Awaited): Json {
  return {
    name,
    title: ask.text(`duration.${name}`),
    amount: `${awaited}_wait`,
    unit: `${awaited}_wait_unit`,
    censoredIf: `{${awaited}} = 2`,
  }
}

const SUPPORT = ['told_how_long', 'knew_contact', 'other_help'] as const

const PAGES: readonly Json[] = [
  ask.page('page.asked', [ask.choice('asked_for', 'about_you', { sensitive: true, dontKnow: true })]),
  ask.page('page.first_talk', [ask.choice('talk', 'waiting', { notApplicable: true, dontKnow: true }), waited('talk')]),
  ask.page('page.start', [ask.choice('start', 'waiting', { dontKnow: true }), waited('start')]),
  ask.page('page.while_waiting', [
    // Who was helped at once had no time to be told, to call or to get worse.
    ask.yesNo('told_how_long', 'support', { notApplicable: true }),
    ask.yesNo('knew_contact', 'support', { notApplicable: true }),
    ask.yesNo('other_help', 'support', { sensitive: true, notApplicable: true }),
    ask.choice('sent_on', 'access', { dontKnow: true }),
    // 113 is free and anonymous, day and night: 113.nl, and ANP of 3 October 2025.
    ask.note('note.worse'),
    ask.choice('how_it_went', 'effect', { sensitive: true, dontKnow: true, notApplicable: true }),
    ask.statement('short_enough', 'waiting', { notApplicable: true }),
  ]),
  ask.page('page.own_words', [ask.story('story', 'own_words')]),
  ask.page('page.about_you', [ask.choice('age_group', 'about_you')]),
]

const PLANNED = ['talk', 'start', ...SUPPORT, 'sent_on', 'how_it_went', 'short_enough']

/**
 * How long people waited for a first talk and for help, both counted from the day on which they asked, and what waiting
 * was like. Somebody who is still waiting counts as having waited at least until today, and somebody who gave up is told
 * apart from both.
 */
export const waitingTimes: Instrument = {
  id: ID,
  title: ask.text('name'),
  rights: 'own',
  about: { measures: ask.text('measures'), forWhom: ask.text('forWhom'), notFor: ask.text('notFor') },
  definition: {
    title: ask.text('title'),
    description: ask.text('description'),
    locale: 'nl',
    pages: PAGES,
    durations: [duration('time_to_talk', 'talk'), duration('time_to_start', 'start')],
    scales: [
      {
        name: 'support_while_waiting',
        title: ask.text('scale.support_while_waiting'),
        method: 'percentOfMaximum',
        items: SUPPORT,
        // Yes is 1 and no is 2: turned round, so that 100 is the most support.
        reversed: SUPPORT,
        minimumAnswered: 0.5,
      },
    ],
  },
  plan: {
    questions: PLANNED,
    breakdowns: [{ variable: 'asked_for' }, { variable: 'age_group' }],
    headline: 'short_enough',
  },
  purposeLimits: [{ questions: PLANNED, never: 'rankProviders', reason: ask.text('notPerProvider') }],
  parallelKeys: {},
}
