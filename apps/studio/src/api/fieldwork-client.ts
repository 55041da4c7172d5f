import type { Finding, PlaceCount } from '@klankbord/model'
import type {
  Account,
  FormRequest,
  FrameSummary,
  ListReport,
  NewDraw,
  NewFormRequest,
  NewList,
  NewMarks,
  NewPlaceCount,
  Precision,
  SamplePlan,
} from './fieldwork-types.ts'
import { request } from './request.ts'

/** A round by its study and its id. */
export interface WaveKeys {
  readonly study: string
  readonly wave: string
}

/** What the studio asks about fieldwork: the list, the draw, invitations and what became of them. */
export interface FieldworkClient {
  frame(keys: WaveKeys): Promise<FrameSummary>
  takeList(keys: WaveKeys, list: NewList): Promise<ListReport>
  planFrame(keys: WaveKeys, wish: Precision): Promise<SamplePlan>
  /** Without a list. */
  planSample(wish: Precision & { readonly population: number }): Promise<SamplePlan>
  draw(keys: WaveKeys, order: NewDraw): Promise<void>
  makeCodes(keys: WaveKeys): Promise<{ readonly made: number }>
  mark(keys: WaveKeys, marks: NewMarks): Promise<{ readonly noted: number }>
  account(keys: WaveKeys): Promise<Account>
  /** Also of a round for trying out, which has no account. */
  places(keys: WaveKeys): Promise<readonly PlaceCount[]>
  countPlace(keys: WaveKeys, count: NewPlaceCount): Promise<{ readonly findings: readonly Finding[] }>
  formRequests(keys: WaveKeys): Promise<readonly FormRequest[]>
  /** How many of them still wait; opens nothing of who they are. */
  waitingRequests(keys: WaveKeys): Promise<number>
  addFormRequest(keys: WaveKeys, asked: NewFormRequest): Promise<void>
  formRequestDone(keys: WaveKeys, id: string): Promise<void>
}

/** The address of something of a round. */
export function waveAddress({ study, wave }: WaveKeys, rest: string): string {
  return `/api/studies/${encodeURIComponent(study)}/waves/${encodeURIComponent(wave)}${rest}`
}

/** Makes the part of the client that is about fieldwork. */
export function fieldworkClient(fetcher: typeof fetch): FieldworkClient {
  const get = <T>(keys: WaveKeys, rest: string): Promise<T> => request<T>(fetcher, 'GET', waveAddress(keys, rest))
  const post = <T>(keys: WaveKeys, rest: string, body: unknown = {}): Promise<T> =>
    request<T>(fetcher, 'POST', waveAddress(keys, rest), body)
  return {
    frame: (keys) => get(keys, '/frame'),
    takeList: (keys, list) => post(keys, '/frame', list),
    planFrame: (keys, wish) => post(keys, '/frame/plan', wish),
    planSample: (wish) => request(fetcher, 'POST', '/api/sample-plan', wish),
    draw: (keys, order) => post(keys, '/frame/draw', order),
    makeCodes: (keys) => post(keys, '/invitations'),
    mark: (keys, marks) => post(keys, '/invitations/marks', marks),
    account: (keys) => get(keys, '/account'),
    places: async (keys) => (await get<{ places: readonly PlaceCount[] }>(keys, '/places')).places,
    countPlace: (keys, count) => post(keys, '/places', count),
    formRequests: async (keys) => (await get<{ requests: readonly FormRequest[] }>(keys, '/form-requests')).requests,
    waitingRequests: async (keys) => (await get<{ waiting: number }>(keys, '/form-requests/waiting')).waiting,
    addFormRequest: (keys, asked) => post(keys, '/form-requests', asked),
    formRequestDone: (keys, id) =>
      request(fetcher, 'PATCH', waveAddress(keys, `/form-requests/${encodeURIComponent(id)}`), { done: true }),
  }
}
