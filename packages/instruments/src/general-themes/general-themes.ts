import type { Json } from '@klankbord/model'
import { DONT_KNOW, REFUSED } from '../answer-scales/answer-scales.ts'
import type { Instrument } from '../instrument.ts'
import { faceQuestion } from '../making/face-question.ts'
import { questionMaker } from '../making/question-maker.ts'
import { COMMON_THEMES, type Theme } from './themes.ts'
import { GENERAL_TEXTS } from './wording.ts'

const ID = 'general-themes'

const ask = questionMaker(ID, GENERAL_TEXTS)

/** Far above any number of themes, so that a theme that is added never takes its code. */
const NOTHING_TO_CHANGE = 1000

/**
 * A general questionnaire on themes that a researcher chooses: how things are with each, answered with a face, and where
 * people want change. Only a theme of ours with our own words has a benchmark key.
 *
 * @param themes at least one, in the order in which they are asked, with names and values that differ from each other and
 *   values below 1000. What does not fit is a finding of `compile`.
 * @example generalThemesFor([{ name: 'food', value: 1, text: { nl: 'Het eten', en: 'The food' }, pictogram: 'food' }])
 */
export function generalThemesFor(themes: readonly Theme[]): Instrument {
  return {
    id: ID,
    title: ask.text('name'),
    rights: 'own',
    about: { measures: ask.text('measures'), forWhom: ask.text('forWhom'), notFor: ask.text('notFor') },
    definition: {
      title: ask.text('title'),
      description: ask.text('description'),
      locale: 'nl',
      pages: [
        ask.page('page.themes', [...themes.map(howItIs), ...helpNearby(themes)]),
        ask.page('page.change', [whereToChange(themes)]),
        ask.page('page.own_words', [ask.story('story', 'own_words')]),
        ask.page('page.about_you', [ask.choice('age_group', 'about_you')]),
      ],
    },
    plan: {
      questions: [...themes.map(({ name }) => name), 'change'],
      breakdowns: [{ variable: 'age_group' }],
      headline: 'change',
    },
    purposeLimits: [],
    parallelKeys: {},
  }
}

function howItIs(theme: Theme): Json {
  const { name, text, pictogram, sensitive } = theme
  return faceQuestion({
    name,
    title: text,
    prompt: ask.text('prompt'),
    theme: name,
    ...(sensitive && { sensitive }),
    ...(pictogram !== undefined && { pictogram }),
    ...(COMMON_THEMES.includes(theme) && { benchmarkKey: `${ID}.${name}.v1` }),
  })
}

/** Whom to call, as soon as one of the themes is sensitive: health or safety can be heavy to think of. */
function helpNearby(themes: readonly Theme[]): readonly Json[] {
  return themes.some(({ sensitive }) => sensitive) ? [ask.note('note.worse')] : []
}

/** Sensitive as soon as one of the themes is. */
function whereToChange(themes: readonly Theme[]): Json {
  return {
    type: 'checkbox',
    name: 'change',
    title: ask.text('change'),
    description: ask.text('change.description'),
    theme: 'change',
    ...(themes.some(({ sensitive }) => sensitive) && { sensitive: true }),
    choices: [
      ...themes.map(({ value, text, pictogram }) => ({ value, text, ...(pictogram !== undefined && { pictogram }) })),
      { value: NOTHING_TO_CHANGE, text: ask.text('nothing_to_change'), exclusive: true },
      DONT_KNOW,
      REFUSED,
    ],
  }
}

/** The general questionnaire with themes to begin with. */
export const generalThemes: Instrument = generalThemesFor(COMMON_THEMES)
