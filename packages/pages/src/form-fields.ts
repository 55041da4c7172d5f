/** What a button asks for. Every button is called `go`. */
export type PageAction =
  'start' | 'next' | 'back' | 'skip' | 'stop' | 'resume' | 'submit' | 'erase' | 'leave' | 'language'

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
  'leave',
  'language',
]

/** Fields of the form that are no answers. */
export const CONTROL_FIELDS = [
  'go',
  'screen',
  'draft',
  'language',
  'look',
  'asked',
  'code',
  'access',
  'words',
  'seen',
  'minutes',
  // No question has a point in its name, so pages that are open already keep their fields.
  'helped.by',
  // On which page a form was that is no screen, such as the introduction or the practice question.
  'on.page',
  // Up to which question a page said that everything is saved.
  'saved.to',
  'practice.answer',
  // Up to which revision of another device somebody chose what stands on this one.
  'chosen.over',
] as const

/** The name of one of them. */
export type ControlField = (typeof CONTROL_FIELDS)[number]

const CONTROLS: ReadonlySet<string> = new Set(CONTROL_FIELDS.filter((field) => !field.includes('.')))

/**
 * The form field of a question, or of a part of one: its own name, unless the form needs that name itself. Names hold
 * no point and no colon, so no two can be mixed up.
 *
 * @example fieldOf('helped_quickly')            // 'helped_quickly'
 * @example fieldOf('language')                  // 'answer.language'
 * @example fieldOf('contact', 'since', 'month') // 'contact:since:month'
 */
export function fieldOf(question: string, ...parts: readonly string[]): string {
  return [CONTROLS.has(question) ? `answer.${question}` : question, ...parts].join(':')
}

/** The value of a language button: one button can send only one field. @example languageValue('ar') // 'language:ar' */
export function languageValue(language: string): string {
  return `language:${language}`
}

/** The value of a button that leads back to a screen. @example resumeValue('age') // 'resume:age' */
export function resumeValue(screen: string): string {
  return `resume:${screen}`
}
