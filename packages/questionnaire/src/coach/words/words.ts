import type { LanguageCode } from '@klankbord/model'
import { findDutchPassive } from '../rules/passive-dutch.ts'
import { findEnglishPassive } from '../rules/passive-english.ts'
import type { PassiveVerb } from '../rules/passive-verb.ts'
import { WordPattern } from '../word-pattern.ts'
import { replacements, type Replacements } from './replacements.ts'
import { en } from './en.ts'
import type { WordLists } from './lists.ts'
import { nl } from './nl.ts'

/** The lists of one language, ready to look with. */
export interface Words {
  readonly language: 'nl' | 'en'
  readonly jargon: Replacements
  readonly officialese: Replacements
  readonly denials: WordPattern
  readonly denyingWords: WordPattern
  readonly notDenials: WordPattern
  readonly withDenial: WordPattern
  readonly instruction: WordPattern
  readonly leadingClause: WordPattern
  readonly abbreviations: {
    readonly known: ReadonlySet<string>
    readonly emphasis: ReadonlySet<string>
    readonly mixed: ReadonlySet<string>
    readonly clipped: WordPattern
    readonly alsoWords: ReadonlySet<string>
    readonly fullStop: ReadonlySet<string>
  }
  readonly leading: WordPattern
  readonly notLeading: WordPattern
  readonly leadingStatements: WordPattern
  readonly joins: WordPattern
  readonly joinedApart: WordPattern
  readonly openings: WordPattern
  readonly orders: WordPattern
  readonly tags: WordPattern
  readonly scale: {
    readonly positive: WordPattern
    readonly negative: WordPattern
    readonly middle: WordPattern
    readonly denials: WordPattern
    readonly both: WordPattern
    readonly none: WordPattern
    readonly too: WordPattern
    readonly ownCase: WordPattern
    readonly frequency: EndPatterns
    readonly amount: EndPatterns
    readonly yesNo: EndPatterns
  }
  /** How an answer names a band of numbers. */
  readonly band: {
    /** What stands between two numbers, and whether the second belongs to the band. */
    readonly joints: readonly { readonly words: string; readonly through: boolean }[]
    readonly below: WordPattern
    readonly upTo: WordPattern
    readonly above: WordPattern
    readonly from: WordPattern
    readonly apart: WordPattern
  }
  readonly waysOut: WordPattern
  readonly heavySubjects: WordPattern
  readonly help: WordPattern
  readonly notHelp: WordPattern
  readonly knownAsked: WordPattern
  readonly knownMembers: WordPattern
  /** The passive verb in a sentence in small letters. */
  readonly findPassive: (sentence: string) => PassiveVerb | null
}

interface EndPatterns {
  readonly little: WordPattern
  readonly much: WordPattern
}

const LISTS: Readonly<Record<Words['language'], WordLists>> = { nl, en }
const PASSIVES: Readonly<Record<Words['language'], Words['findPassive']>> = {
  nl: findDutchPassive,
  en: findEnglishPassive,
}
const made = new Map<string, Words>()

/** The words of a language, or null for a language that the coach does not know. @example wordsOf('en-GB')?.language // 'en' */
export function wordsOf(language: LanguageCode): Words | null {
  const base = language.split('-')[0]
  if (base !== 'nl' && base !== 'en') return null
  const words = made.get(base) ?? readyWords(base, LISTS[base])
  made.set(base, words)
  return words
}

function readyWords(language: Words['language'], lists: WordLists): Words {
  const { abbreviations, bands, heavySubjects, joining, knownLists, leading, negations, scales } = lists
  return {
    language,
    jargon: replacements(lists.jargon),
    officialese: replacements(lists.officialese),
    denials: new WordPattern(negations.denials),
    denyingWords: new WordPattern(negations.denyingWords),
    notDenials: new WordPattern(negations.apart),
    withDenial: new WordPattern(negations.withDenial),
    instruction: new WordPattern(negations.instruction),
    leadingClause: new WordPattern(negations.leadingClause),
    abbreviations: {
      known: new Set(abbreviations.known),
      emphasis: new Set(abbreviations.emphasis),
      mixed: new Set(abbreviations.mixed),
      clipped: new WordPattern(abbreviations.clipped),
      alsoWords: new Set(abbreviations.alsoWords),
      fullStop: new Set(abbreviations.fullStop),
    },
    leading: new WordPattern(leading.patterns),
    notLeading: new WordPattern(leading.unless),
    leadingStatements: new WordPattern(leading.statements),
    joins: new WordPattern(joining.joins),
    joinedApart: new WordPattern(joining.apart),
    openings: new WordPattern(joining.openings),
    orders: new WordPattern(joining.orders),
    tags: new WordPattern(joining.tags),
    scale: {
      positive: new WordPattern(scales.positive),
      negative: new WordPattern(scales.negative),
      middle: new WordPattern(scales.middle),
      denials: new WordPattern(scales.denials),
      both: new WordPattern(scales.both),
      none: new WordPattern(scales.none),
      too: new WordPattern([`${scales.too} *`]),
      ownCase: new WordPattern(scales.ownCase),
      frequency: ends(scales.frequency),
      amount: ends(scales.amount),
      yesNo: ends(scales.yesNo),
    },
    band: {
      joints: [
        ...bands.until.map((words) => ({ words, through: false })),
        ...bands.through.map((words) => ({ words, through: true })),
      ],
      below: new WordPattern(bands.below),
      upTo: new WordPattern(bands.upTo),
      above: new WordPattern(bands.above),
      from: new WordPattern(bands.from),
      apart: new WordPattern(bands.apart),
    },
    waysOut: new WordPattern(lists.waysOut),
    heavySubjects: new WordPattern(heavySubjects.subjects),
    help: new WordPattern(heavySubjects.help),
    notHelp: new WordPattern(heavySubjects.notHelp),
    knownAsked: new WordPattern(knownLists.asked),
    knownMembers: new WordPattern(knownLists.members),
    findPassive: PASSIVES[language],
  }
}

const ends = ({ little, much }: WordLists['scales']['amount']): EndPatterns => ({
  little: new WordPattern(little),
  much: new WordPattern(much),
})
