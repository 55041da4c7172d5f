import type { LocalizedText } from '@klankbord/model'
import type { Instrument } from '../instrument.ts'
import { faceQuestion } from '../making/face-question.ts'
import { questionMaker } from '../making/question-maker.ts'
import en from './wording/en.json' with { type: 'json' }
import nl from './wording/nl.json' with { type: 'json' }

const ID = 'monthly-question'

const ask = questionMaker(ID, { nl, en })

/**
 * One question, answered with a face, and why. Each month its own question keeps a council in touch; months can be
 * compared only where the question stayed the same, so that a question of one's own has no benchmark key.
 *
 * @param question what is asked this month; our own question when left out
 * @example monthlyQuestionFor({ nl: 'Hoe is het eten deze maand?', en: 'How is the food this month?' })
 */
export function monthlyQuestionFor(question?: LocalizedText): Instrument {
  const month = faceQuestion({
    name: 'month',
    title: question ?? ask.text('month'),
    theme: 'month',
    ...(question === undefined && { benchmarkKey: `${ID}.month.v1` }),
  })
  return {
    id: ID,
    title: ask.text('name'),
    rights: 'own',
    about: { measures: ask.text('measures'), forWhom: ask.text('forWhom'), notFor: ask.text('notFor') },
    definition: {
      title: ask.text('title'),
      description: ask.text('description'),
      locale: 'nl',
      pages: [ask.page('page.month', [month, ask.story('why', 'month')])],
    },
    plan: { questions: ['month'], breakdowns: [], headline: 'month' },
    purposeLimits: [],
    parallelKeys: {},
  }
}

/** The question of the month with a question of ours. */
export const monthlyQuestion: Instrument = monthlyQuestionFor()
