import type { Answers } from '@klankbord/model'
import type { KeptTrail, Whereabouts } from './trail.ts'

/** Where somebody is, and what stays on the device of what they filled in. */
export interface KeptPage extends Whereabouts {
  /** On the practice question, before every screen. */
  readonly practises?: boolean
  /** What was typed on that screen and is no answer yet: shown again as it was, and sent nowhere. */
  readonly typed: Readonly<Record<string, unknown>>
  /** Answers that nothing asks for any more since an earlier one was changed; they stand again once that is changed back. */
  readonly apart: Answers
  /** The way there, for the buttons of the browser. */
  readonly trail: KeptTrail
}

const START: KeptPage = { screen: '', seen: '', typed: {}, apart: {}, trail: { stops: [], at: 0 } }

/** What was kept as text; the beginning where another page kept something else there. */
export function readKeptPage(text: string): KeptPage {
  try {
    return { ...START, ...(JSON.parse(text) as Partial<KeptPage>) }
  } catch {
    return START
  }
}

/** As text, for whoever keeps it. */
export function writtenKeptPage(page: Partial<KeptPage> | null): string {
  return JSON.stringify({ ...START, ...page })
}

/** What of some answers is not among others. */
export function without(all: Answers, others: Readonly<Record<string, unknown>>): Answers {
  return Object.fromEntries(Object.entries(all).filter(([name]) => !Object.hasOwn(others, name)))
}
