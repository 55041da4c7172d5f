import type { PublicationSummary, WithdrawalReason } from '@klankbord/model'

/** For whom an edition is published: for the staff of the study alone, for members, for everybody, or for members until a moment. */
export type WantedReaders = 'draft' | 'members' | 'everybody' | 'embargoed'

/** For whom and until when, as the server takes it. */
export type PublishedFor = { readonly readers: 'draft' | 'members' | 'everybody' } | { readonly embargoUntil: string }

/**
 * For whom an edition is to be published; null while the moment is missing.
 *
 * @param until as `<input type="datetime-local">` gives it, in the time of this computer
 * @example publishedFor('members', '') // { readers: 'members' }
 */
export function publishedFor(readers: WantedReaders, until: string): PublishedFor | null {
  if (readers !== 'embargoed') return { readers }
  const moment = momentOf(until)
  return moment === null ? null : { embargoUntil: moment }
}

function momentOf(until: string): string | null {
  const moment = new Date(until)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

/** What can be decided about the readers of an edition. */
export type ReadersChoice = 'members' | 'embargoed' | 'public' | 'withdrawn'

/** A decision, as the server takes it. */
export type ReadersChange =
  | { readonly state: 'members' | 'public' }
  | { readonly state: 'embargoed'; readonly until: string }
  | { readonly state: 'withdrawn'; readonly reason: WithdrawalReason; readonly words?: string }

/**
 * What can be decided about an edition as it stands. What everybody could read cannot go back to members, and a part of one
 * organisation stays with its members.
 *
 * @example choicesFor({ state: 'public', partOf: null }) // ['withdrawn']
 */
export function choicesFor({ state, partOf }: Pick<PublicationSummary, 'state' | 'partOf'>): readonly ReadersChoice[] {
  if (state === 'withdrawn' || (state === 'draft' && partOf !== null)) return []
  if (state === 'public' || partOf !== null) return ['withdrawn']
  if (state === 'draft') return ['members', 'embargoed', 'public']
  return state === 'members' ? ['embargoed', 'public', 'withdrawn'] : ['members', 'embargoed', 'public', 'withdrawn']
}

/** What was filled in for a decision. */
export interface ReadersForm {
  /** As `<input type="datetime-local">` gives it, in the time of this computer. */
  readonly until: string
  readonly reason: WithdrawalReason | ''
  readonly words: string
}

/** The decision that was filled in; null while something is missing. */
export function changeOf(choice: ReadersChoice, { until, reason, words }: ReadersForm): ReadersChange | null {
  if (choice === 'members' || choice === 'public') return { state: choice }
  if (choice === 'embargoed') {
    const moment = momentOf(until)
    return moment === null ? null : { state: choice, until: moment }
  }
  const said = words.trim()
  if (reason === '' || (reason === 'other' && said === '')) return null
  return { state: choice, reason, ...(said !== '' && { words: said }) }
}
