/** Lists of one language as they stand in its JSON files; `wordPattern` says what the entries mean. */
export interface WordLists {
  /** Word to what could stand there instead. */
  readonly jargon: Readonly<Record<string, string>>
  readonly officialese: Readonly<Record<string, string>>
  readonly negations: {
    readonly denials: readonly string[]
    /** Words that deny within themselves: "ontevreden", "zonder". */
    readonly denyingWords: readonly string[]
    /** Fixed phrases whose denial takes no turn of thought: "wel of niet". */
    readonly apart: readonly string[]
    /** How a sentence begins that tells what to do in a case. */
    readonly instruction: readonly string[]
    /** Ordinary words that deny beside a denial: "niet zonder". */
    readonly withDenial: readonly string[]
    readonly leadingClause: readonly string[]
  }
  readonly abbreviations: {
    /** Everyday ones. */
    readonly known: readonly string[]
    /** Words that are written in capitals for their weight. */
    readonly emphasis: readonly string[]
    /** Abbreviations that are also written in small letters. */
    readonly mixed: readonly string[]
    /** With points, or cut off. */
    readonly clipped: readonly string[]
    /** Cut words that are ordinary words as well where a sentence ends: "yes or no." */
    readonly alsoWords: readonly string[]
    /** A point belongs to these, and everybody knows them. */
    readonly fullStop: readonly string[]
  }
  readonly leading: {
    readonly patterns: readonly string[]
    readonly unless: readonly string[]
    /** How a statement begins that says what the answer is, where it ends in a question mark. */
    readonly statements: readonly string[]
  }
  readonly joining: {
    readonly joins: readonly string[]
    /** Joined words that are one thing: "af en toe", "u en uw kind". */
    readonly apart: readonly string[]
    /** A clause that begins so sets the scene. */
    readonly openings: readonly string[]
    /** A sentence that begins so asks nothing. */
    readonly orders: readonly string[]
    /** A second question that begins so belongs to the first. */
    readonly tags: readonly string[]
  }
  readonly scales: {
    readonly positive: readonly string[]
    readonly negative: readonly string[]
    readonly middle: readonly string[]
    readonly denials: readonly string[]
    /** Neither the one nor the other. */
    readonly both: readonly string[]
    /** A scale with one of these begins at nothing. */
    readonly none: readonly string[]
    /** "te", "too". */
    readonly too: string
    /** An option that begins so is about the reader, not on the scale. */
    readonly ownCase: readonly string[]
    readonly frequency: Ends
    readonly amount: Ends
    readonly yesNo: Ends
  }
  readonly waysOut: readonly string[]
  readonly heavySubjects: {
    readonly subjects: readonly string[]
    /** A text with one of these says where to find somebody. */
    readonly help: readonly string[]
    readonly notHelp: readonly string[]
  }
  /** How an answer names a band of numbers. */
  readonly bands: {
    /** Between two numbers, both of which belong to it. */
    readonly through: readonly string[]
    /** Between two numbers, of which the second does not. */
    readonly until: readonly string[]
    readonly below: readonly string[]
    readonly upTo: readonly string[]
    readonly above: readonly string[]
    readonly from: readonly string[]
    /** Words that say nothing about it. */
    readonly apart: readonly string[]
  }
  readonly knownLists: { readonly asked: readonly string[]; readonly members: readonly string[] }
}

interface Ends {
  readonly little: readonly string[]
  readonly much: readonly string[]
}
