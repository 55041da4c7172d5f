import type { Clock, LanguageCode, LocalizedText, OtherWay, WaveMode } from '@klankbord/model'
import type { Look } from './look/look.ts'
import type { CarriedWords } from './resume/words-field.ts'

/** How long a study keeps what, in months after its last wave was closed. */
export interface KeptFor {
  readonly answers: number
  /** Nobody chose a term for this study, so the usual one holds. */
  readonly usual: boolean
  /** Names and addresses, which stand apart from the answers; null when there are none. */
  readonly contacts: number | null
  /** Fewer people than this are no group of which single answers may be seen. */
  readonly leastGroup: number
  /** ISO date of a day on which answers are still kept, and so can be withdrawn, as things stand; they may be for longer. */
  readonly surelyUntil?: string
}

/** What every page of one wave needs to know about it. */
export interface PageContext {
  /** The short address of the wave, as in `/v/ADDRESS`. */
  readonly wave: string
  /** Where the form goes: `/v/ADDRESS`. The withdrawal page stands below it at `/withdraw`. */
  readonly action: string
  /** Scheme and host, like `https://vragen.example`: makes addresses that can be written down. */
  readonly origin?: string
  /** The short address of the study as people type and say it, without scheme: `vragen.example/maasdal-wmo`. */
  readonly front?: string
  /** ISO date from which its results can be read; left out while nobody set one. */
  readonly resultsFrom?: string
  /** In which language the page speaks. */
  readonly language: LanguageCode
  /** Languages to choose from, in the order of the buttons. */
  readonly languages: readonly LanguageCode[]
  readonly owner: { readonly name: string; readonly helpPhone?: string }
  /** The organisation is invented: the strip on top says so. */
  readonly sample: boolean
  /** The questions are being tried out: the strip on top says so. */
  readonly tryOut: boolean
  /** No speaker has released what is promised in this language, so it is shown to try it out only: the strip on top says so. */
  readonly unreleased?: boolean
  readonly mode: WaveMode
  /** How people may take part besides the web; in no other way when left out. */
  readonly otherWays?: readonly OtherWay[]
  /** In an anonymous wave with codes: how many responses at least are mixed at a time. */
  readonly portion?: number
  /** The access code that the page came with; it goes along unseen in the form, and stands in no address. */
  readonly access?: string
  /** The words that the answers are kept under, and what opens them; they go along unseen in the form, and stand in no address. */
  readonly words?: CarriedWords
  /** ISO date of the last day on which who had begun may send, once nobody begins any more. */
  readonly finishBy?: string
  /** ISO date of the first day on which people may begin, while that is still to come. */
  readonly opensOn?: string
  /** ISO date of the last day on which people may begin, while they may. */
  readonly closesOn?: string
  /** ISO date on which the wave and all that was filled in is erased, of one that is for trying out. */
  readonly erasesOn?: string
  /** How somebody wants the pages to look and sound; plain when left out. */
  readonly look?: Look
  /** Address of the script on top of the page, which works without it. */
  readonly enhancement?: string
  /** Browsers list what stood in a tab by its title: then the title of a screen does not say what is asked. */
  readonly untitled?: true
  /** The screen stands somewhere for everybody: what ends goes back to the beginning by itself. */
  readonly kiosk?: boolean
  /** How long what is kept of this study. */
  readonly keeps: KeptFor
  readonly studyTitle: LocalizedText
  /** What conditions read as today. Without it a questionnaire that asks for the date can't be shown. */
  readonly clock?: Clock
}
