import { request } from './request.ts'
import type { ApprovalAnswer, Approvals, OwnStudy, ReadablePublication, ReadableVersion } from './work-types.ts'
import type { SavedWords, StudyWords } from './words-types.ts'

/** What the studio asks about one's own work: what there is to do and to read, and the approval of fieldwork. */
export interface WorkClient {
  myWork(): Promise<readonly OwnStudy[]>
  publicationsToRead(): Promise<readonly ReadablePublication[]>
  approvals(study: string): Promise<Approvals>
  askApproval(study: string, plan: string): Promise<Approvals>
  answerApproval(study: string, answer: ApprovalAnswer): Promise<Approvals>
  setApproval(study: string, organisationId: string, needed: boolean | null): Promise<void>
  readVersion(study: string, version: number): Promise<ReadableVersion>
  /** What authors say with the figures of a study. */
  reportWords(study: string): Promise<StudyWords>
  saveReportWords(study: string, words: SavedWords): Promise<StudyWords>
}

/** Makes the part of the client that is about one's own work. */
export function workClient(fetcher: typeof fetch): WorkClient {
  const get = <T>(path: string): Promise<T> => request<T>(fetcher, 'GET', path)
  const at = (study: string, rest: string): string => `/api/studies/${encodeURIComponent(study)}${rest}`
  return {
    myWork: async () => (await get<{ studies: readonly OwnStudy[] }>('/api/my-work')).studies,
    publicationsToRead: async () =>
      (await get<{ publications: readonly ReadablePublication[] }>('/api/publications')).publications,
    approvals: (study) => get(at(study, '/approvals')),
    askApproval: (study, plan) => request(fetcher, 'POST', at(study, '/approvals'), { plan }),
    answerApproval: (study, answer) => request(fetcher, 'POST', at(study, '/approvals/answers'), answer),
    setApproval: (study, organisationId, needed) =>
      request(fetcher, 'PUT', at(study, '/approvals/setting'), { organisationId, needed }),
    reportWords: (study) => get(at(study, '/publication-texts')),
    saveReportWords: (study, words) => request(fetcher, 'PUT', at(study, '/publication-texts'), words),
    readVersion: (study, version) => get(at(study, `/versions/${version}`)),
  }
}
