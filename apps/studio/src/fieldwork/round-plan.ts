import type { WaveSummary } from '@klankbord/model'
import type { NewWave } from '../api/api-client.ts'

/** What somebody chose of a new round. Days are as the browser's own field gives them; empty for none. */
export interface RoundPlan {
  readonly opens: string
  readonly closes: string
  /** The day from which people can read the results. */
  readonly results: string
  readonly tryOut: boolean
  /** The ways in which people can take part besides online. */
  readonly besides: readonly OtherChannel[]
  /** The languages that people can choose; null for all that are open. */
  readonly languages: readonly string[] | null
  /** How many answers at most, as it is typed; empty for no limit. */
  readonly limit: string
}

/** A part of a form in which somebody plans a round. */
export interface PlanProps {
  readonly plan: RoundPlan
  readonly onChange: (plan: RoundPlan) => void
}

/** The ways besides online that are chosen when a round opens, in their order on the page. */
export const OTHER_CHANNELS = ['paper', 'telephone', 'interviewer'] as const
export type OtherChannel = (typeof OTHER_CHANNELS)[number]

/** A round that begins at once and goes on until somebody closes it. */
export const AT_ONCE: RoundPlan = {
  opens: '',
  closes: '',
  results: '',
  tryOut: false,
  besides: [],
  languages: null,
  limit: '',
}

/** For how many days something is tried out. */
export const TRY_OUT_DAYS = 14

/**
 * What the server is asked for. A try-out begins at once and ends by itself, so it has no days.
 *
 * @example plannedFields({ ...AT_ONCE, opens: '2027-03-01' }) // { opensOn: '2027-03-01' }
 */
export function plannedFields({
  opens,
  closes,
  results,
  tryOut,
  besides,
  languages,
  limit,
}: RoundPlan): Pick<
  NewWave,
  'opensOn' | 'closesOn' | 'resultsFrom' | 'tryOutDays' | 'channels' | 'languages' | 'quotas'
> {
  const total = Number(limit)
  const ways = {
    ...(besides.length > 0 && { channels: ['web' as const, ...besides] }),
    ...(languages !== null && { languages }),
    ...(limit.trim() !== '' && { quotas: { total } }),
  }
  if (tryOut) return { tryOutDays: TRY_OUT_DAYS, ...ways }
  return {
    ...ways,
    ...(opens !== '' && { opensOn: opens }),
    ...(closes !== '' && { closesOn: closes }),
    ...(results !== '' && { resultsFrom: results }),
  }
}

/** Which sentence says what is planned of a round, if any does. */
export function planSentence({
  begun,
  erasesOn,
  plan,
  state,
}: Pick<WaveSummary, 'begun' | 'erasesOn' | 'plan' | 'state'>): {
  readonly key: 'roundTriesOut' | 'roundBegins' | 'roundCloses'
  readonly date: string
} | null {
  if (erasesOn !== null) return { key: 'roundTriesOut', date: erasesOn }
  if (!begun && plan.opensOn !== null) return { key: 'roundBegins', date: plan.opensOn }
  return state === 'open' && plan.closesOn !== null ? { key: 'roundCloses', date: plan.closesOn } : null
}

/** How a round stands in one or two words: also that it is only tried out, or that its first day is still to come. */
export function roundStanding({
  begun,
  erasesOn,
  plan,
  state,
}: Pick<WaveSummary, 'begun' | 'erasesOn' | 'plan' | 'state'>): WaveSummary['state'] | 'tryOut' | 'before' {
  if (erasesOn !== null) return 'tryOut'
  return state === 'open' && !begun && plan.opensOn !== null ? 'before' : state
}
