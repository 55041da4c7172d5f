import type { Closing, KeptScreen, UnderWay } from './saving.ts'

/**
 * A draft as it goes over the line, until the server has acknowledged exactly this. Only then the next one goes, one
 * revision higher: so a revision that somebody else took in between is noticed, and never overwritten.
 */
export interface Sending extends Pick<UnderWay, 'answers' | 'asked' | 'language' | 'revision' | 'screen' | 'words'> {
  /** The last change that it holds. */
  readonly change: number
}

/** All that is kept of a response under way. `underWay.revision` is the last one that was acknowledged. */
export interface Kept {
  readonly underWay: UnderWay
  /** Counts what changed on the device. */
  readonly change: number
  /** The last change that the server has. */
  readonly acknowledged: number
  /** Per question that the server does not have: its number, and its last change. */
  readonly waiting: readonly (readonly [number: number, change: number])[]
  /** The highest question that the server has. */
  readonly saved: number | null
  readonly sending: Sending | null
  /** Whether somebody was shown the words that the server keeps it under: from then on nothing stays in a store. */
  readonly locked: boolean
  readonly closing: Closing | null
  /** Whether the closing went out once, so that it may be stored. */
  readonly tried: boolean
  /** Nothing is left here, and the server is told to wipe it. */
  readonly erased: boolean
}

/** The server takes no higher one, so nothing older that comes late can follow it. */
const LAST_REVISION = 1_000_000

export function begun(underWay: UnderWay, saved: number | null): Kept {
  return {
    underWay,
    change: 0,
    acknowledged: 0,
    waiting: [],
    saved,
    sending: null,
    // Words that answers came with are the ones that they are under.
    locked: underWay.words !== undefined && underWay.revision > 0,
    closing: null,
    tried: false,
    erased: false,
  }
}

/** What only moves somebody to another page is kept here, and is nothing that the server has to hear of. */
export function changed(kept: Kept, { numbers, ...screen }: KeptScreen): Kept {
  const underWay = { ...kept.underWay, ...screen }
  const isNew = numbers.length > 0 || bodyOf(underWay) !== bodyOf(kept.underWay)
  const change = isNew ? kept.change + 1 : kept.change
  const others = kept.waiting.filter(([number]) => !numbers.includes(number))
  const waiting = [...others, ...numbers.map((number) => [number, change] as const)].toSorted(([a], [b]) => a - b)
  return { ...kept, underWay, change, waiting, closing: null, tried: false }
}

/** Where somebody is matters to whoever comes back with words. */
function bodyOf({ answers, asked, language, words, screen }: UnderWay): string {
  return JSON.stringify([answers, asked, language, words === undefined ? null : screen])
}

/** Whether the server has all of it, and there is something to have. */
export function hasEverything(kept: Kept): boolean {
  return isSaved(kept) && Object.keys(kept.underWay.answers).length > 0
}

/**
 * A closing replaces whatever draft there is, so a draft goes first: a tab that this one cannot hear, and that was told
 * that something newer is saved, is in the way of it.
 */
export function closed(kept: Kept, closing: Closing): Kept {
  return { ...kept, closing, tried: false, change: kept.change + 1 }
}

/** With the draft that goes out next: the one that is still to be acknowledged, or else the latest. */
export function withSending(kept: Kept): Kept {
  if (kept.sending !== null) return kept
  const { revision, answers, asked, language, screen, words } = kept.underWay
  const content = {
    answers,
    asked,
    language,
    ...(screen !== undefined && { screen }),
    ...(words !== undefined && { words }),
  }
  // What the server has already is sent once more as it is.
  const next = kept.change > kept.acknowledged || revision === 0 ? revision + 1 : revision
  return { ...kept, sending: { ...content, revision: next, change: kept.change } }
}

/** To go out on top of a revision that another device stored. */
export function rebased(kept: Kept, revision: number): Kept {
  return { ...kept, underWay: { ...kept.underWay, revision }, change: kept.change + 1, sending: null, tried: false }
}

export function acknowledged(kept: Kept): Kept {
  const { sending } = kept
  if (sending === null) return kept
  const reached = kept.waiting.filter(([, change]) => change <= sending.change).map(([number]) => number)
  return {
    ...kept,
    underWay: { ...kept.underWay, revision: sending.revision },
    acknowledged: sending.change,
    waiting: kept.waiting.filter(([, change]) => change > sending.change),
    saved: [kept.saved ?? 0, ...reached].reduce((a, b) => Math.max(a, b)) || null,
    sending: null,
  }
}

/** Whether nothing of it may stay on the device: who has the words may read it. */
export function isLocked({ locked }: Kept): boolean {
  return locked
}

/** Whether it has words that nobody was told to come back with. */
export function hasUnseenWords({ underWay, locked, erased }: Kept): boolean {
  return underWay.words !== undefined && !locked && !erased
}

/** The server has all of it. */
export function isSaved({ change, acknowledged: saved, sending }: Kept): boolean {
  return change <= saved && sending === null
}

/** Nothing but what wiping it from the server takes: no words, for there is nothing left to read. */
export function erasing({ underWay: { words: _words, screen: _screen, ...underWay } }: Kept): Kept {
  const wiped = { ...underWay, answers: {}, asked: [], page: '' }
  const { answers, asked, language } = wiped
  const sending = { answers, asked, language, revision: LAST_REVISION, change: 0 }
  return { ...begun(wiped, null), sending, erased: true }
}

/** The server has everything up to here: an earlier question that changed since counts as not saved. */
export function savedUpTo({ saved, waiting: [first] }: Kept): number | null {
  if (saved === null || first === undefined) return saved
  return Math.min(saved, first[0] - 1) || null
}

/** What a store gave back; null for what is not ours, or of an older script. */
export function readKept(text: string | null): Kept | null {
  if (text === null) return null
  try {
    const { kept, edition } = JSON.parse(text) as { readonly kept: Kept; readonly edition: unknown }
    return edition === EDITION && typeof kept.underWay.id === 'string' ? kept : null
  } catch {
    return null
  }
}

export function writtenKept(kept: Kept): string {
  return JSON.stringify({ edition: EDITION, kept })
}

/** Changes with the shape of what is stored. */
const EDITION = 1
