import type { Answers, Finding, HelpKind } from '@klankbord/model'

/** Answers under way on a device: all that going on after a reload needs. */
export interface UnderWay {
  /** The id of the draft, which the response will have. */
  readonly id: string
  /** As printed; empty in waves that ask for none. */
  readonly code: string
  readonly language: string
  readonly answers: Answers
  /** Names of the required questions that were asked once more. */
  readonly asked: readonly string[]
  /** Counts the changes on the device; 0 when nothing was kept yet. */
  readonly revision: number
  /** Where the respondent is, in words of whoever draws the pages. */
  readonly page: string
  /** The screen to which words lead back; empty for the page before sending. */
  readonly screen?: string
  /** A mark of this device; left out on the one that they began on. */
  readonly device?: string
  /** What the server keeps the answers under, from three words; left out while somebody has none. */
  readonly words?: string
}

/** What a change leaves behind. */
export interface KeptScreen extends Pick<UnderWay, 'answers' | 'asked' | 'language' | 'page' | 'screen'> {
  /** Numbers of the questions that changed, as the respondent sees them; none when only the page or the language did. */
  readonly numbers: readonly number[]
}

/** What is sent for good. */
export interface Closing {
  /** Those that are asked, as the check of the questionnaire wants them. */
  readonly answers: Answers
  readonly language: string
  readonly help: HelpKind
  /** Shown once the server has it; only its hash leaves the device. */
  readonly withdrawalCode: string
  readonly channel?: 'web' | 'kiosk'
}

/**
 * Why the server does not take it, which sending again does not mend.
 * `newer`: answers that were changed later, in another tab or on another device, are stored under this id.
 * `full`: the round; `fullGroup`: the group that an answer puts somebody in.
 * `conflict`: another response is. `tooLarge`: more than the server reads. `otherWay`: this wave takes none by web.
 */
export type Refusal =
  | 'answers'
  | 'closed'
  | 'code'
  | 'conflict'
  | 'full'
  | 'fullGroup'
  | 'newer'
  | 'notYet'
  | 'otherWay'
  | 'refused'
  | 'sealed'
  | 'tooLarge'
  | 'unknownWave'
  | 'withdrawn'

/**
 * Where answers are that the server does not have: `device` outlives the browser, `tab` outlives a reload, and `memory`
 * is lost with the page. With words it is `memory` and the storage is fine.
 */
export type KeptIn = 'memory' | 'tab' | 'device'

/** What may be told the respondent, at any moment. */
export interface SavingState {
  /** The server has everything up to this question; null when it has nothing. */
  readonly savedUpTo: number | null
  /** Whether the server has everything that was filled in, and something was. */
  readonly everything: boolean
  /** Numbers of the questions that are on this device only, ascending. */
  readonly waiting: readonly number[]
  /** Whether the last attempt did not come through to the server. */
  readonly offline: boolean
  /** `waiting`: sent until it is acknowledged. `refused`: see `refusal`; nothing goes out until something changes. */
  readonly final: 'none' | 'waiting' | 'stored' | 'refused'
  readonly refusal: Refusal | null
  /** What is to look at again, with the refusal `answers`. */
  readonly findings: readonly Finding[]
  readonly keptIn: KeptIn
  /** Why it is less than was asked for: the store is full, or may not be used. */
  readonly storage: 'fine' | 'full' | 'forbidden'
  /** Whether another tab of this questionnaire is at it; nothing is kept or sent here until `takeOver`. */
  readonly elsewhere: boolean
  /** `waiting`: wiped here, and not yet from the server. */
  readonly erased: 'no' | 'waiting' | 'done'
}

/** Keeps answers on the device and sends them until the server has acknowledged them. */
export interface Saving {
  state(): SavingState
  /** Called after every change of the state. @returns stops it */
  subscribe(listener: () => void): () => void
  /** The answers under way, also those of before a reload; null when there are none. */
  underWay(): UnderWay | null
  /** Whether the server has all that is kept here. */
  isSaved(): boolean
  /**
   * Has the server keep everything under words from now on, with the screen where to go on. Once it does, only who has the
   * words may read it; a store of this device holds it until these were seen.
   */
  keepUnder(words: string, screen: string): void
  /** Whether there are words that nobody was told to come back with, also after a reload. */
  hasUnseenWords(): boolean
  /** Somebody reads that everything is under their words: from now on nothing stays in a store of this device. */
  seenWords(): void
  /**
   * Begins with these, unless they are those under way already: then the newer ones stay.
   *
   * @param savedUpTo the last question that the server has, where it was there before
   */
  begin(fresh: UnderWay, savedUpTo?: number | null): void
  /**
   * Keeps and sends; while it is overtaken it only keeps, for `overrule` to send.
   *
   * @returns false where nothing may change: another tab is at it, or the answers were sent for good
   */
  keep(screen: KeptScreen): boolean
  /** Sends for good. Again after a refusal, with what was mended. @returns as `keep` */
  finish(closing: Closing): boolean
  /** Whether answers that were changed on another device are stored, so that somebody has to choose. */
  isOvertaken(): boolean
  /** Goes on with what is here, in the place of what was changed on another device. @returns false where nothing was */
  overrule(): boolean
  /** With the code that is right. */
  correctCode(code: string): void
  /** Forgets everything on this device; what the server acknowledged stays there. Settled when no store holds it. */
  forget(): Promise<void>
  /**
   * Wipes everything here, and then from the server for good: `state().erased` says when that is done.
   *
   * @returns false where the answers may be stored already, which the withdrawal code takes back
   */
  erase(): Promise<boolean>
  /**
   * Whether the device is the respondent's own, so that answers may outlive the tab.
   *
   * @returns where they are kept from now on
   */
  ownDevice(own: boolean): Promise<KeptIn>
  /** Goes on in this tab. What the other tab had is taken along. */
  takeOver(): Promise<void>
  /** Tries now: there is a connection again, or somebody looks. */
  wake(): void
  /** Stops sending; the page goes away. */
  close(): void
}
