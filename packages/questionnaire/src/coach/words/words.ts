import type { LanguageCode } from '@klankbord/model'
import { findDutchPassive } from '../rules/passive-dutch.ts'
import { findEnglishPassive } from '../rules/passive-english.ts'
import { wordPattern } from '../word-pattern.ts'
import { replacements, type Replacements } from './replacements.ts'
import { en } from './en.ts'
import type { WordLists } from './lists.ts'
import { nl } from './nl.ts'

/** The lists of one language, ready to look with. Every expression has the flags `gu` and expects small letters. */
export interface Words {
  readonly language: 'nl' | 'en'
  readonly jargon: Replacements
  readonly officialese: Replacements
  readonly denials: RegExp
  readonly denyingWords: RegExp
  readonly notDenials: RegExp
  readonly withDenial: RegExp
  readonly instruction: RegExp
  readonly leadingClause: RegExp
  readonly abbreviations: {
    readonly known: ReadonlySet<string>
    readonly emphasis: ReadonlySet<string>
    readonly mixed: ReadonlySet<string>
    readonly clipped: RegExp
    readonly fullStop: ReadonlySet<string>
    readonly introducing: RegExp
  }
  readonly leading: RegExp
  readonly notLeading: RegExp
  readonly joins: RegExp
  readonly joinedApart: RegExp
  readonly openings: RegExp
  readonly orders: RegExp
  readonly scale: {
    readonly positive: RegExp
    readonly negative: RegExp
    readonly middle: RegExp
    readonly denials: RegExp
    readonly both: RegExp
    readonly none: RegExp
    readonly too: RegExp
    readonly ownCase: RegExp
    readonly frequency: EndPatterns
    readonly amount: EndPatterns
    readonly yesNo: EndPatterns
  }
  readonly waysOut: RegExp
  readonly heavySubjects: RegExp
  readonly help: RegExp
  readonly notHelp: RegExp
  readonly knownAsked: RegExp
  readonly knownMembers: RegExp
  /** The passive verb in a sentence in small letters. */
  readonly findPassive: (sentence: string) => string | null
}

interface EndPatterns {
  readonly little: RegExp
  readonly much: RegExp
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
  const { abbreviations, heavySubjects, joining, knownLists, leading, negations, scales } = lists
  return {
    language,
    jargon: replacements(lists.jargon),
    officialese: replacements(lists.officialese),
    denials: wordPattern(negations.denials),
    denyingWords: wordPattern(negations.denyingWords),
    notDenials: wordPattern(negations.apart),
    withDenial: wordPattern(negations.withDenial),
    instruction: opening(negations.instruction),
    leadingClause: opening(negations.leadingClause),
    abbreviations: {
      known: new Set(abbreviations.known),
      emphasis: new Set(abbreviations.emphasis),
      mixed: new Set(abbreviations.mixed),
      clipped: wordPattern(abbreviations.clipped),
      fullStop: new Set(abbreviations.fullStop),
      introducing: wordPattern(abbreviations.introducing),
    },
    leading: wordPattern(leading.patterns),
    notLeading: wordPattern(leading.unless),
    joins: wordPattern(joining.joins),
    joinedApart: wordPattern(joining.apart),
    openings: opening(joining.openings),
    orders: opening(joining.orders),
    scale: {
      positive: wordPattern(scales.positive),
      negative: wordPattern(scales.negative),
      middle: wordPattern(scales.middle),
      denials: wordPattern(scales.denials),
      both: wordPattern(scales.both),
      none: opening(scales.none),
      too: wordPattern([`${scales.too} *`]),
      ownCase: opening(scales.ownCase),
      frequency: ends(scales.frequency),
      amount: ends(scales.amount),
      yesNo: ends(scales.yesNo),
    },
    waysOut: wordPattern(lists.waysOut),
    heavySubjects: wordPattern(heavySubjects.subjects),
    help: wordPattern(heavySubjects.help),
    notHelp: wordPattern(heavySubjects.notHelp),
    knownAsked: wordPattern(knownLists.asked),
    knownMembers: wordPattern(knownLists.members),
    findPassive: PASSIVES[language],
  }
}

const ends = ({ little, much }: WordLists['scales']['amount']): EndPatterns => ({
  little: wordPattern(little),
  much: wordPattern(much),
})

/** Matches only where a text begins. */
function opening(entries: readonly string[]): RegExp {
  return new RegExp(`^(?:${wordPattern(entries).source})`, 'gu')
}
