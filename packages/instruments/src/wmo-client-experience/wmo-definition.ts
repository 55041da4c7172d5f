import type { Json, LocalizedText } from '@klankbord/model'
import { AGREEMENT, REFUSED, STATEMENT_PROMPT, YES_NO, type OptionDefinition } from '../answer-scales/answer-scales.ts'
import { wording, type WordingKey } from './wording.ts'

/** A part of a municipality that a respondent can choose. */
export interface District {
  /** A whole number from 1 that keeps its meaning from year to year. */
  readonly value: number
  readonly text: LocalizedText
}

/** The ten topics by question name, in their fixed order. */
export const TOPICS: readonly Topic[] = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't10']

type Topic = `t${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10}`

const DESCRIPTIONS: Readonly<Partial<Record<Topic, WordingKey>>> = {
  t2: 't2Description',
  t3: 't3Description',
  t5: 't5Description',
}

const ABOUT_YOU = 'about_you'

const PAGE_NAMES = {
  access: 'access',
  quality: 'quality',
  effect: 'effect',
  ownWords: 'own_words',
  aboutYou: ABOUT_YOU,
} as const

/** The SurveyJS definition of the Wmo questionnaire for a municipality with these districts. */
export function wmoDefinition(districts: readonly District[]): Json {
  return {
    title: wording('title'),
    description: wording('description'),
    locale: 'nl',
    pages: [
      page('access', [statement('t1', 'access'), statement('t2', 'access'), ...restOfAccess()]),
      page('quality', [statement('t6', 'quality'), statement('t7', 'quality')]),
      page('effect', [statement('t8', 'effect'), statement('t9', 'effect'), statement('t10', 'effect')]),
      page('ownWords', [story()]),
      page('aboutYou', background(districts)),
    ],
    scales: [
      scale('access_mean', 'accessScale', ['t1', 't2', 't3', 't4']),
      scale('quality_mean', 'qualityScale', ['t6', 't7']),
      scale('effect_mean', 'effectScale', ['t8', 't9', 't10']),
    ],
  }
}

/** The mean of statements, turned so that 5 is best (fully agree). T5 is left out: it has other options. */
function scale(name: string, title: WordingKey, items: readonly Topic[]): Json {
  return { name, title: wording(title), method: 'mean', items, reversed: items, minimumAnswered: 0.5 }
}

function page(key: keyof typeof PAGE_NAMES, elements: readonly Json[]): Json {
  return { name: PAGE_NAMES[key], title: wording(key), elements }
}

/** T5 is a fact that one knows or not; the others are statements. */
function restOfAccess(): readonly Json[] {
  const knewSupporter = { ...topic('t5', 'access'), scale: 'yesNo', choices: YES_NO }
  return [statement('t3', 'access'), statement('t4', 'access'), knewSupporter]
}

function statement(name: Topic, theme: string): Json {
  return { ...topic(name, theme), prompt: STATEMENT_PROMPT, scale: 'agreement', choices: AGREEMENT }
}

function topic(name: Topic, theme: string): { readonly [property: string]: Json } {
  const description = DESCRIPTIONS[name]
  return {
    type: 'radiogroup',
    name,
    title: wording(name),
    ...(description === undefined ? {} : { description: wording(description) }),
    isRequired: true,
    topic: name.toUpperCase(),
    theme,
    benchmarkKey: `wmo-client-experience.${name}.v1`,
  }
}

function story(): Json {
  const texts = { title: wording('story'), description: wording('storyDescription') }
  return { type: 'comment', name: 'story', ...texts, theme: 'own_words', maxLength: 2000, sensitive: true }
}

function background(districts: readonly District[]): readonly Json[] {
  const offered = districts.map(({ value, text }) => ({ value, text }))
  return [
    {
      type: 'radiogroup',
      name: 'district',
      title: wording('district'),
      theme: ABOUT_YOU,
      choices: [...offered, REFUSED],
    },
    support(),
    choice('age_group', 'ageGroup', ['age18', 'age45', 'age65', 'age80']),
    choice('helped', 'helped', ['yes', 'no']),
    helper(),
  ]
}

function choice(name: string, title: WordingKey, options: readonly WordingKey[]): Json {
  return { type: 'radiogroup', name, title: wording(title), theme: ABOUT_YOU, choices: [...numbered(options), REFUSED] }
}

function support(): Json {
  const kinds = numbered([
    'supportHousehold',
    'supportGuidance',
    'supportDaytime',
    'supportTransport',
    'supportHousing',
    'supportOther',
  ])
  const texts = { title: wording('support'), description: wording('supportDescription') }
  return {
    type: 'radiogroup',
    name: 'support',
    ...texts,
    theme: ABOUT_YOU,
    sensitive: true,
    choices: [...kinds, REFUSED],
  }
}

function helper(): Json {
  const people = numbered(['helperFamily', 'helperFriend', 'helperWorker', 'helperPeer', 'helperOther'])
  const texts = { title: wording('helper'), description: wording('helperDescription') }
  return {
    type: 'checkbox',
    name: 'helper',
    ...texts,
    theme: ABOUT_YOU,
    visibleIf: '{helped} = 1',
    choices: [...people, REFUSED],
  }
}

/** Options that count from 1 in their own order. */
function numbered(keys: readonly WordingKey[]): readonly OptionDefinition[] {
  return keys.map((key, place) => ({ value: place + 1, text: wording(key) }))
}
