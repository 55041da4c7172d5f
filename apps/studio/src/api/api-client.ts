import type {
  ConsentKind,
  DisclosurePolicy,
  InstrumentSummary,
  LocalizedText,
  OfferedChannel,
  PublicationSummary,
  StudySummary,
  WaveMode,
  WaveSummary,
} from '@klankbord/model'
import type {
  CheckedDefinition,
  DefinitionText,
  FixedPlanDetail,
  NewStudy,
  OwnWords,
  PeopleOfStudy,
  ReadyConsent,
  Rehearsal,
  StudyDetail,
  StudyWording,
} from './api-types.ts'
import { deskClient, type DeskClient } from './desk-client.ts'
import { entryClient, type EntryClient } from './entry-client.ts'
import { fieldworkClient, type FieldworkClient } from './fieldwork-client.ts'
import { outboxClient, type OutboxClient } from './outbox-client.ts'
import type { Correction } from '../publication/correction-choice.ts'
import type { ReadersChange, PublishedFor } from '../publication/readers-choice.ts'
import { request } from './request.ts'
import { staffClient, type StaffClient } from './staff-client.ts'
import { workClient, type WorkClient } from './work-client.ts'

/** Other words for some topics, for the revision that they were chosen for. */
export interface WordingChange {
  readonly revision: number
  readonly words: Readonly<Record<string, OwnWords | null>>
}

/** A round to open; for anybody with its link when the mode is left out. */
export interface NewWave {
  readonly title: LocalizedText
  readonly mode?: WaveMode
  /** How many answers at least are sealed together, where codes are anonymous. */
  readonly portion?: number
  /** ISO dates of the first and the last day on which people may begin. */
  readonly opensOn?: string
  readonly closesOn?: string
  /** ISO date from which they can read the results. */
  readonly resultsFrom?: string
  /** In what ways people can take part; online alone when left out. */
  readonly channels?: readonly OfferedChannel[]
  /** The languages that people can choose; all that are open when left out. */
  readonly languages?: readonly string[]
  /** How many answers at most. */
  readonly quotas?: { readonly total: number }
  /** For trying out, and after how many days it erases itself. */
  readonly tryOutDays?: number
}

/** What is changed of a round that is there; null takes back what was planned. */
export interface PlanChange {
  readonly languages?: readonly string[] | null
  readonly quotas?: { readonly total: number } | null
}

/** Everything the studio asks of the server. Each call rejects with an `ApiFailure`. */
export interface ApiClient extends StaffClient, DeskClient, EntryClient, FieldworkClient, OutboxClient, WorkClient {
  studies(): Promise<readonly StudySummary[]>
  study(study: string): Promise<StudyDetail>
  instruments(): Promise<readonly InstrumentSummary[]>
  /** Words to ask for consent in. */
  readyConsents(): Promise<Readonly<Record<ConsentKind, ReadyConsent>>>
  createStudy(input: NewStudy): Promise<StudySummary>
  saveDefinition(study: string, definition: DefinitionText): Promise<CheckedDefinition & { readonly revision: number }>
  wording(study: string): Promise<StudyWording>
  /** Changes topics by their code ("T1"); null takes our words back. */
  saveWording(study: string, change: WordingChange): Promise<StudyWording>
  people(study: string): Promise<PeopleOfStudy>
  /** The number that people can call for help; null takes it away. */
  saveHelpPhone(study: string, helpPhone: string | null): Promise<void>
  /** Raises rules of disclosure control; gives those that hold now. */
  raisePolicy(study: string, rules: Partial<DisclosurePolicy>): Promise<{ readonly policy: DisclosurePolicy }>
  savePeople(study: string, people: number | null): Promise<PeopleOfStudy>
  publishVersion(study: string): Promise<{ readonly version: number; readonly hash: string }>
  openWave(study: string, input: NewWave): Promise<WaveSummary>
  closeWave(study: string, wave: string): Promise<WaveSummary>
  /** Says from which day people can read the results of a round; null takes the day back. */
  promiseResults(study: string, wave: string, resultsFrom: string | null): Promise<WaveSummary>
  /** Changes the languages and the limit of a round. */
  changePlan(study: string, wave: string, change: PlanChange): Promise<WaveSummary>
  publishResults(
    study: string,
    wave: string,
    how: PublishedFor & { readonly correction?: Correction },
  ): Promise<PublicationSummary>
  /** What was fixed of a round before its results; the last one holds. */
  fixedPlans(study: string, wave: string): Promise<{ readonly plans: readonly FixedPlanDetail[] }>
  fixPlan(study: string, wave: string): Promise<FixedPlanDetail>
  /** What publishing now would hide; nothing is written. */
  rehearseResults(study: string, wave: string): Promise<Rehearsal>
  /** Decides who may read a publication, from when, or that nobody may any more. */
  changeReaders(study: string, publication: string, change: ReadersChange): Promise<void>
}

/**
 * Makes the client of the server's API.
 *
 * @param fetcher `window.fetch`, or a stand-in in tests
 */
export function createApiClient(fetcher: typeof fetch): ApiClient {
  const get = <T>(path: string): Promise<T> => request<T>(fetcher, 'GET', path)
  const send = <T>(method: string, path: string, body: unknown = {}): Promise<T> =>
    request<T>(fetcher, method, path, body)
  const at = (study: string, rest = ''): string => `/api/studies/${encodeURIComponent(study)}${rest}`
  const wave = (study: string, id: string, rest = ''): string => at(study, `/waves/${encodeURIComponent(id)}${rest}`)
  return {
    ...staffClient(fetcher),
    ...deskClient(fetcher),
    ...entryClient(fetcher),
    ...fieldworkClient(fetcher),
    ...outboxClient(fetcher),
    ...workClient(fetcher),
    studies: async () => (await get<{ studies: readonly StudySummary[] }>('/api/studies')).studies,
    study: (study) => get(at(study)),
    readyConsents: async () =>
      (await get<{ consents: Readonly<Record<ConsentKind, ReadyConsent>> }>('/api/instruments')).consents,
    instruments: async () => (await get<{ instruments: readonly InstrumentSummary[] }>('/api/instruments')).instruments,
    createStudy: (input) => send('POST', '/api/studies', input),
    saveDefinition: (study, definition) => send('PUT', at(study, '/definition'), definition),
    wording: (study) => get(at(study, '/wording')),
    saveWording: (study, change) => send('PUT', at(study, '/wording'), change),
    people: (study) => get(at(study, '/people')),
    saveHelpPhone: (study, helpPhone) => send('PUT', at(study, '/telephone'), { helpPhone }),
    raisePolicy: (study, rules) => send('PUT', at(study, '/policy'), rules),
    savePeople: (study, people) => send('PUT', at(study, '/people'), { people }),
    publishVersion: (study) => send('POST', at(study, '/versions')),
    openWave: (study, input) => send('POST', at(study, '/waves'), input),
    closeWave: (study, id) => send('PATCH', wave(study, id), { state: 'closed' }),
    changePlan: (study, id, change) => send('PATCH', wave(study, id), change),
    promiseResults: (study, id, resultsFrom) => send('PATCH', wave(study, id), { resultsFrom }),
    publishResults: (study, id, how) => send('POST', wave(study, id, '/publications'), how),
    fixedPlans: (study, id) => get(wave(study, id, '/fixed-plans')),
    fixPlan: (study, id) => send('POST', wave(study, id, '/fixed-plans')),
    rehearseResults: (study, id) => send('POST', wave(study, id, '/publications'), { dryRun: true }),
    changeReaders: (study, id, change) => send('PATCH', at(study, `/publications/${encodeURIComponent(id)}`), change),
  }
}
