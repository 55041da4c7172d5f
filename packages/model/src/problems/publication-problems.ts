import type { AttackerSum } from '../attacker-sum.ts'
import type { LocalizedText } from '../language.ts'

/** What can become of a solver. */
export type SolverFailure = 'neverStarted' | 'tookTooLong' | 'died' | 'failed' | 'ended'

const SOLVER_FAILURES: Readonly<Record<string, string>> = {
  neverStarted: 'the solver did not start',
  tookTooLong: 'the solver took longer than it may',
  died: 'the solver died',
  failed: 'the solver failed',
  ended: 'the solver was ended',
} satisfies Readonly<Record<SolverFailure, string>>

/** Why results cannot be estimated, published or opened. No sentence holds a count of a group or an answer. */
export const publicationProblems = {
  /** A publication whose content does not match its hash. */
  publicationAltered: (d: { readonly id: string }): string =>
    `publication was altered: ${d.id} (its hash does not match)`,
  /** A publication of which nothing can be made again figure by figure. */
  recipesUnknown: (d: { readonly id: string; readonly table: string }): string =>
    `no recipe of ${d.table} in ${d.id} (expected a publication that was made with recipes of its figures)`,
  /** A stored or received publication that shows what its own policy hides: it was never protected. */
  publicationUnprotected: (d: { readonly id: string; readonly table: string; readonly figure: string }): string =>
    `publication is not protected: ${d.id}, ${d.table}, ${d.figure} (its policy hides this figure)`,
  /** Who may read a publication only changes from members to everybody, and to nobody; a part stays with its members. */
  readersNotPossible: (d: { readonly publication: string; readonly from: string; readonly to: string }): string =>
    `readers of ${d.publication} cannot be changed: from ${d.from} to ${d.to}`,
  /** A command to publish that says of what in neither way. */
  waveNotNamed: (_: Readonly<Record<string, never>>): string => 'no wave was named (expected its address)',
  /** A moment for an embargo that has passed, or is too far away. */
  embargoRefused: (d: { readonly until: string; readonly now: string; readonly last: string }): string =>
    `embargo cannot be until ${d.until} (expected after ${d.now} and before ${d.last})`,
  /** Withdrawing for a reason that is in none of the sentences needs words. */
  withdrawalWithoutWords: (d: { readonly publication: string }): string =>
    `withdrawal of ${d.publication} says nothing (expected words for the reason "other")`,
  /** A number in what readers are told of a withdrawal, in digits or in words: nothing there is linked to a released figure. */
  withdrawalWithNumber: (d: { readonly publication: string }): string =>
    `withdrawal of ${d.publication} names a number (expected words without any)`,
  /** A correction for a reason that is in none of the sentences needs words. */
  correctionWithoutWords: (d: { readonly edition: number }): string =>
    `correction of edition ${d.edition} says nothing (expected words for the reason "other")`,
  /** A number in what readers are told of a correction, as in those of a withdrawal. */
  correctionWithNumber: (d: { readonly edition: number }): string =>
    `correction of edition ${d.edition} names a number (expected words without any)`,
  /** A reason to take the place of an edition, where there is none before. */
  nothingToCorrect: (d: { readonly wave: string }): string =>
    `no edition to correct: ${d.wave} (expected one before that others could read)`,
  /** An update that says that answers came in, where none did. */
  nothingAdded: (d: { readonly edition: number }): string =>
    `no answers came since edition ${d.edition} (expected other answers, or the reason of a correction)`,
  /** A plan can be fixed until people may answer no more. */
  planTooLate: (d: { readonly wave: string }): string =>
    `plan can no longer be fixed: ${d.wave} is closed (expected a wave that people may still answer)`,
  /** A stored plan whose content does not match its hash. */
  planAltered: (d: { readonly wave: string }): string => `fixed plan was altered: ${d.wave} (its hash does not match)`,
  /** An audience twice in a plan, or one that gets what the plan does not have. */
  audienceNotUsable: (d: { readonly audience: string; readonly name: string }): string =>
    `audience cannot be published: ${d.audience}, ${d.name} (expected each audience once, with questions and breakdowns of the plan)`,
  /** A draft that was made under weaker rules than hold now. */
  draftOutdated: (d: {
    readonly publication: string
    readonly rule: string
    readonly value: number
    readonly least: number
  }): string =>
    `draft was made under weaker rules: ${d.publication} (${d.rule} ${d.value}, at least ${d.least} now; publish anew)`,
  /** Something that is not a publication. */
  publicationMalformed: (d: { readonly path: string; readonly expected: string }): string =>
    `publication is malformed: ${d.path || '/'} (${d.expected})`,
  /**
   * The audit found a hidden figure that can be computed too closely. `sums` are how, for the staff of the study: they hold
   * counts, so the sentence does not say them. Empty where no short sum was found.
   */
  disclosureUnsafe: (d: {
    readonly table: string
    readonly cell: string
    readonly width: number
    readonly needed: number
    readonly sums: readonly AttackerSum[]
  }): string =>
    `disclosure is unsafe: ${d.table}, ${d.cell} (can be computed to within ${d.width}, at least ${d.needed} is needed)`,
  /** A policy below what may be set. */
  policyTooWeak: (d: { readonly rule: string; readonly value: number; readonly least: number }): string =>
    `policy is too weak: ${d.rule} ${d.value} (expected a whole number of at least ${d.least})`,
  /** A rule of the policy that an installation or a study cannot set to this. */
  policyNotUsable: (d: {
    readonly rule: string
    readonly given: string
    readonly least: number
    readonly most: number
  }): string =>
    `policy cannot be set: ${d.rule} to ${JSON.stringify(d.given)} (expected a whole number from ${d.least} to ${d.most})`,
  /** What is hidden could not be decided, or not be looked at, so nothing is published. */
  solverFailed: (d: { readonly why: SolverFailure }): string =>
    `what to hide was not decided: ${SOLVER_FAILURES[d.why] ?? d.why}`,
  /** A study may only raise its policy. */
  policyLowered: (d: { readonly rule: string; readonly given: number; readonly now: number }): string =>
    `policy of a study is never lowered: ${d.rule} to ${d.given} (it is ${d.now})`,
  /** Tables that cannot be protected together. */
  tablesDisagree: (d: { readonly table: string; readonly expected: string }): string =>
    `tables disagree: ${d.table} (expected ${d.expected})`,
  /** Fewer answers than one group needs. */
  tooFewResponses: (d: { readonly least: number }): string =>
    `too few responses to publish anything (at least ${d.least} are needed)`,
  /** With an earlier edition beside it, a reader could compute what a few people answered, or what one of them hides. */
  editionTooClose: (d: {
    readonly table: string
    readonly figure: string
    readonly least: number
    /** The edition that it is too close to, where it is one. */
    readonly edition?: number
    /** Further figures of which that holds, as "table, figure"; none of a round in which researchers see no small counts. */
    readonly others?: readonly string[]
    /** How many more there are than stand in `others`. */
    readonly more?: number
  }): string => {
    const which = d.edition === undefined ? 'an earlier one' : `edition ${d.edition}`
    const more = d.more === undefined || d.more === 0 ? '' : ` and ${d.more} more`
    const others = (d.others ?? []).length === 0 ? '' : `; also ${(d.others ?? []).join('; ')}${more}`
    return `edition is too close to ${which}: ${d.table}, ${d.figure}${others} (a figure may stay the same or change by at least ${d.least}; what one edition hides the other may not show. Wait until more people answered, or publish with the questions, groups and merges of that edition)`
  },
  /** Groups or answers that are put together in another way than in an earlier edition of the same answers. */
  editionsNotComparable: (d: { readonly table: string; readonly variable: string }): string =>
    `edition cannot be held beside an earlier one: ${d.table}, ${d.variable} (expected the groups and answers of the earlier edition; what others have in common with those cannot be judged)`,
  /** The same figures from the same answers as the edition before. */
  editionUnchanged: (d: { readonly edition: number }): string =>
    `nothing changed since edition ${d.edition} (expected other answers or another plan)`,
  /** A question in a plan that no table can be made of. */
  questionNotPublishable: (d: { readonly question: string; readonly type: string }): string =>
    `question cannot be published: ${d.question} (${d.type}; expected a choice, or a number with bands)`,
  /** Something in a plan of which no mean or duration can be told. */
  numberNotPublishable: (d: { readonly name: string; readonly type: string }): string =>
    `no number can be told of: ${d.name} (${d.type}; expected a grade, a number, a duration or a scale)`,
  /** A breakdown that does not put everybody in at most one group. */
  breakdownNotUsable: (d: { readonly variable: string; readonly type: string }): string =>
    `cannot break down by: ${d.variable} (${d.type}; expected a single choice, or a number with bands)`,
  /** A breakdown by provider or institution of questions that were not made for it. */
  purposeLimitBroken: (d: {
    readonly breakdown: string
    readonly questions: readonly string[]
    readonly never: string
    readonly instrument: string
    readonly reason: LocalizedText
  }): string =>
    `plan goes against the purpose of its questions: ${d.questions.join(', ')} by ${d.breakdown} (${d.instrument}, never ${d.never}: ${d.reason['en'] ?? Object.values(d.reason)[0] ?? ''})`,
  /** The same name twice in a plan. */
  duplicateInPlan: (d: { readonly name: string }): string => `named twice in the plan: ${d.name}`,
  /** Merges that take a code twice, or one that is not there. */
  mergesOverlap: (d: { readonly breakdown: string; readonly code: number }): string =>
    `merges do not fit: ${d.breakdown}, code ${d.code} (expected codes of the variable, each in at most one merge, and a new code for each)`,
  /** A plan that is weighted by what the frame says no sizes of. */
  targetsUnknown: (d: { readonly variable: string }): string =>
    `cannot weight by ${d.variable}: its groups have no sizes (expected them in the frame of the round)`,
  /** A second edition with other weights than the first (or where one of them has none), or a weighted one with other answers. */
  basisChanged: (d: { readonly edition: number; readonly what: 'weights' | 'answers' }): string =>
    `edition cannot stand beside edition ${d.edition}: other ${d.what} (expected the weights of that edition, and where it is weighted its answers)`,
  /** A crossing of what the plan does not split by on its own. */
  crossingNotUsable: (d: { readonly crossing: readonly string[]; readonly known: readonly string[] }): string =>
    `cannot cross: ${d.crossing.join(' × ')} (expected two unlike breakdowns of the plan: ${d.known.join(', ')})`,
  /** Breakdowns that do not nest; without a group they go by the same variable and the plan says of neither that it lies within the other. */
  breakdownsDoNotNest: (d: {
    readonly breakdown: string
    readonly within: string
    readonly code: number | null
  }): string =>
    `breakdowns do not nest: ${d.breakdown} within ${d.within} (${d.code === null ? 'expected the plan to say which lies within the other' : `group ${d.code} lies in more than one`})`,
  /** Two bands that hold the same number, or share a code. */
  bandsOverlap: (d: { readonly variable: string }): string =>
    `bands overlap: ${d.variable} (expected each number in at most one band)`,
  /** A count that is no count, or above its base. */
  countOutOfRange: (d: { readonly count: number; readonly n: number }): string =>
    `count out of range: ${d.count} of ${d.n} (expected whole numbers, 0 ≤ count ≤ n and n ≥ 1)`,
  /** More people answered than there are. */
  populationTooSmall: (d: { readonly n: number; readonly population: number }): string =>
    `population is smaller than the sample: ${d.n} of ${d.population}`,
  /** A stratum of the frame with fewer people than answered. */
  stratumTooSmall: (d: { readonly variable: string; readonly code: string }): string =>
    `more people answered than the frame has: ${d.variable} ${d.code} (check the frame)`,
  /** A confidence level that is none. */
  levelOutOfRange: (d: { readonly level: number }): string =>
    `level out of range: ${d.level} (expected between 0 and 1)`,
  /** A packed code that the codebook does not have. */
  unknownCode: (d: { readonly known: readonly number[] }): string =>
    `unknown code in a column (codebook has ${d.known.join(', ')})`,
  /** An item of a scale that holds no code or number to score. */
  itemNotScorable: (d: { readonly variable: string; readonly type: string }): string =>
    `item cannot be scored: ${d.variable} (${d.type}; expected a single choice or a number)`,
  /** Columns of one dataset with unequal lengths. */
  columnsDiffer: (d: { readonly rows: number; readonly other: number }): string =>
    `columns differ in length: ${d.rows} and ${d.other} rows`,
} as const
