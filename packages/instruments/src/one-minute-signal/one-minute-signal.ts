import type { Json } from '@klankbord/model'
import { DONT_KNOW, REFUSED } from '../answer-scales/answer-scales.ts'
import type { Instrument } from '../instrument.ts'
import { faceQuestion } from '../making/face-question.ts'
import { questionMaker } from '../making/question-maker.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

const ID = 'one-minute-signal'

const ask = questionMaker(ID, { nl, en })

/** One line: enough for what is the matter, too short for a file on somebody. */
const MOST_CHARACTERS = 300

/** Sensitive, since health, money and safety are among them. */
const SUBJECT: Json = {
  type: 'radiogroup',
  name: 'subject',
  title: ask.text('subject'),
  theme: 'signal',
  sensitive: true,
  choices: [
    { value: 1, text: ask.text('subject.1'), pictogram: 'house' },
    { value: 2, text: ask.text('subject.2'), pictogram: 'money' },
    { value: 3, text: ask.text('subject.3'), pictogram: 'health' },
    { value: 4, text: ask.text('subject.4'), pictogram: 'help' },
    { value: 5, text: ask.text('subject.5'), pictogram: 'waiting' },
    { value: 6, text: ask.text('subject.6'), pictogram: 'people' },
    { value: 7, text: ask.text('subject.7'), pictogram: 'activity' },
    { value: 8, text: ask.text('subject.8'), pictogram: 'safe' },
    { value: 9, text: ask.text('subject.9'), pictogram: 'talk' },
    DONT_KNOW,
    REFUSED,
  ],
}

const WHAT: Json = {
  type: 'text',
  name: 'what',
  title: ask.text('what'),
  description: ask.text('what.description'),
  theme: 'signal',
  sensitive: true,
  maxLength: MOST_CHARACTERS,
}

const HOW: Json = faceQuestion({ name: 'how', title: ask.text('how'), theme: 'signal', benchmarkKey: `${ID}.how.v1` })

/** What somebody sees, hears or lives through, told in a few taps: what goes well is asked for as much as what does not. */
export const oneMinuteSignal: Instrument = {
  id: ID,
  title: ask.text('name'),
  rights: 'own',
  about: { measures: ask.text('measures'), forWhom: ask.text('forWhom'), notFor: ask.text('notFor') },
  definition: {
    title: ask.text('title'),
    description: ask.text('description'),
    locale: 'nl',
    pages: [ask.page('page.signal', [SUBJECT, HOW, WHAT])],
  },
  plan: {
    questions: ['subject', 'how'],
    breakdowns: [{ variable: 'subject' }],
    headline: 'subject',
  },
  purposeLimits: [
    { questions: ['subject', 'how'], never: 'rankProviders', reason: ask.text('notCounted') },
    { questions: ['subject', 'how'], never: 'purchasing', reason: ask.text('notCounted') },
  ],
  parallelKeys: {},
}
