import type {
  AnswersToRedact,
  AskedLook,
  LookedAtPage,
  QuoteCandidates,
  Redacted,
  Redaction,
  RedactionOrder,
  StudyComment,
  StudyHolds,
  StudyLook,
  StudyOutline,
  StudyQuote,
} from './desk-types.ts'
import { request } from './request.ts'

/** Where single answers are, for those who may read them. */
export interface DeskClient {
  outline(study: string): Promise<StudyOutline>
  look(study: string, wave: string, look: AskedLook): Promise<LookedAtPage>
  looks(study: string): Promise<readonly StudyLook[]>
  flagged(
    study: string,
    wave: string,
    asked: {
      readonly purpose: string
      readonly response: string | null
      readonly after: string | null
      readonly language: string
    },
  ): Promise<AnswersToRedact>
  redact(study: string, wave: string, order: RedactionOrder): Promise<Redacted>
  redactions(study: string): Promise<readonly Redaction[]>
  holds(study: string): Promise<StudyHolds>
  hold(study: string, reason: string): Promise<void>
  release(study: string): Promise<void>
  quoteCandidates(study: string, wave: string, after: string | null, language: string): Promise<QuoteCandidates>
  quotes(study: string, language: string): Promise<readonly StudyQuote[]>
  proposeQuote(
    study: string,
    quote: { readonly wave: string; readonly key: string; readonly text: string },
  ): Promise<void>
  decideQuote(study: string, quote: string, state: 'released' | 'refused'): Promise<void>
  takeQuoteBack(study: string, quote: string): Promise<void>
  comments(study: string): Promise<readonly StudyComment[]>
  addComment(study: string, comment: { readonly place: string; readonly text: string }): Promise<void>
  resolveComment(study: string, comment: string): Promise<void>
}

/** Makes the part of the client that is about single answers, quotes and comments. */
export function deskClient(fetcher: typeof fetch): DeskClient {
  const get = <T>(path: string): Promise<T> => request<T>(fetcher, 'GET', path)
  const send = <T>(method: string, path: string, body: unknown = {}): Promise<T> =>
    request<T>(fetcher, method, path, body)
  const at = (study: string, rest: string): string => `/api/studies/${encodeURIComponent(study)}${rest}`
  const wave = (study: string, id: string, rest: string): string => at(study, `/waves/${encodeURIComponent(id)}${rest}`)
  const one = (rest: string, id: string): string => `${rest}/${encodeURIComponent(id)}`
  return {
    outline: (study) => get(at(study, '/outline')),
    look: (study, id, look) => send('POST', wave(study, id, '/looks'), look),
    looks: async (study) => (await get<{ looks: readonly StudyLook[] }>(at(study, '/looks'))).looks,
    flagged: (study, id, asked) => send('POST', wave(study, id, '/flagged'), asked),
    redact: (study, id, order) => send('POST', wave(study, id, '/redactions'), order),
    redactions: async (study) => (await get<{ redactions: readonly Redaction[] }>(at(study, '/redactions'))).redactions,
    holds: (study) => get(at(study, '/hold')),
    hold: (study, reason) => send('PUT', at(study, '/hold'), { reason }),
    release: (study) => request(fetcher, 'DELETE', at(study, '/hold')),
    quoteCandidates: (study, id, after, language) =>
      get(
        wave(
          study,
          id,
          `/quote-candidates?${new URLSearchParams({ language, ...(after === null ? {} : { after }) }).toString()}`,
        ),
      ),
    quotes: async (study, language) =>
      (
        await get<{ quotes: readonly StudyQuote[] }>(
          at(study, `/quotes?${new URLSearchParams({ language }).toString()}`),
        )
      ).quotes,
    proposeQuote: (study, quote) => send('POST', at(study, '/quotes'), quote),
    decideQuote: (study, quote, state) => send('POST', at(study, `${one('/quotes', quote)}/decision`), { state }),
    takeQuoteBack: (study, quote) => request(fetcher, 'DELETE', at(study, one('/quotes', quote))),
    comments: async (study) => (await get<{ comments: readonly StudyComment[] }>(at(study, '/comments'))).comments,
    addComment: (study, comment) => send('POST', at(study, '/comments'), comment),
    resolveComment: (study, comment) => send('PATCH', at(study, one('/comments', comment)), { resolved: true }),
  }
}
