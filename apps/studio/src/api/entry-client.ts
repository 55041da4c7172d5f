import type {
  Answers,
  EntryChannel,
  EntryDesk,
  EntryStep,
  HelpKind,
  PaperEntryWay,
  PaperFormState,
  PaperMark,
} from '@klankbord/model'
import { request } from './request.ts'

/** Where somebody goes from a screen. */
export interface EntryMove {
  readonly language: string
  readonly answers: Answers
  readonly from: string | null
  readonly go: 'next' | 'back' | 'to'
  readonly askedAgain: readonly string[] | null
}

/** What somebody answered to an interviewer. */
export interface Interview {
  readonly answers: Answers
  readonly language: string
  readonly channel: Exclude<EntryChannel, 'paper'>
  readonly help: HelpKind
  readonly withdrawalCode: string
  readonly code?: string
}

/** What is known of an access code as it was typed. */
export type CodeLook = 'unused' | 'used' | 'unknown' | 'mistyped'

/** What stands on a paper form. */
export interface PaperForm {
  readonly form: string
  readonly answers: Answers
  readonly marks: Readonly<Record<string, PaperMark>>
  readonly language: string
  readonly help: HelpKind
  readonly decision: { readonly choices: Readonly<Record<string, 'own' | 'other'>>; readonly seen: string } | null
}

/** What is known of a form that somebody has in hand. */
export type KnownForm = PaperFormState & { readonly own: Omit<PaperForm, 'form' | 'decision'> | null }

/** What the studio asks when staff enter answers for somebody else. */
export interface EntryClient {
  entryDesk(study: string): Promise<EntryDesk>
  entryStep(study: string, wave: string, move: EntryMove): Promise<EntryStep>
  /** Whether somebody can begin with an access code; nothing is kept. */
  lookAtCode(study: string, wave: string, code: string): Promise<{ readonly state: CodeLook }>
  sendInterview(study: string, wave: string, id: string, interview: Interview): Promise<void>
  lookAtForm(study: string, wave: string, form: string): Promise<KnownForm>
  typeForm(study: string, wave: string, form: PaperForm): Promise<PaperFormState>
  forgetForm(study: string, wave: string, entry: string): Promise<void>
  choosePaper(study: string, wave: string, entry: PaperEntryWay): Promise<void>
}

/** Makes the part of the client that enters answers. */
export function entryClient(fetcher: typeof fetch): EntryClient {
  const at = (...parts: readonly string[]): string => `/api/entry/${parts.map(encodeURIComponent).join('/')}`
  const ask = <T>(method: string, path: string, body?: unknown): Promise<T> => request<T>(fetcher, method, path, body)
  return {
    entryDesk: (study) => ask('GET', at(study)),
    entryStep: (study, wave, move) => ask('POST', at(study, wave, 'screen'), move),
    lookAtCode: (study, wave, code) => ask('POST', at(study, wave, 'codes', 'look'), { code }),
    sendInterview: (study, wave, id, interview) => ask('PUT', at(study, wave, 'interviews', id), interview),
    lookAtForm: (study, wave, form) => ask('POST', at(study, wave, 'forms', 'look'), { form }),
    typeForm: (study, wave, form) => ask('PUT', at(study, wave, 'forms'), form),
    forgetForm: (study, wave, entry) => ask('DELETE', at(study, wave, 'forms', entry)),
    choosePaper: (study, wave, entry) => ask('PUT', at(study, wave, 'paper'), { entry }),
  }
}
