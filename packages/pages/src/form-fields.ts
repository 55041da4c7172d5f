/** What a button asks for. Every button is called `go`. */
export type PageAction = 'start' | 'next' | 'back' | 'skip' | 'stop' | 'resume' | 'submit' | 'erase' | 'language'

/** All actions. */
export const PAGE_ACTIONS: readonly PageAction[] = [
  'start',
  'next',
  'back',
  'skip',
  'stop',
  'resume',
  'submit',
  'erase',
  'language',
]

/** Fields of the form that are no answers. */
export const CONTROL_FIELDS = ['go', 'screen', 'draft', 'language', 'asked', 'code'] as const

/** The name of one of them. */
export type ControlField = (typeof CONTROL_FIELDS)[number]

const CONTROLS: ReadonlySet<string> = new Set(CONTROL_FIELDS)

/**
 * The form field of a question: its own name, unless the form needs that name itself. Question names
 * hold no point, so the two can't be mixed up.
 *
 * @example fieldOf('helped_quickly') // 'helped_quickly'
 * @example fieldOf('language')       // 'answer.language'
 */
export function fieldOf(question: string): string {
  return CONTROLS.has(question) ? `answer.${question}` : question
}

/** The value of a language button: one button can send only one field. @example languageValue('ar') // 'language:ar' */
export function languageValue(language: string): string {
  return `language:${language}`
}
