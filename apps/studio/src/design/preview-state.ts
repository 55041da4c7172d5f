import type { LanguageReview } from '@klankbord/model'
import type { CheckedDefinition, ScreenSummary } from '../api/api-types.ts'

/** What the preview can show: the latest definition that compiled. */
export interface PreviewState {
  /** Of the definition that is shown; the page is loaded anew when it goes up. Null: none compiled yet. */
  readonly revision: number | null
  readonly screens: readonly ScreenSummary[]
  readonly languages: readonly string[]
  readonly reviews: readonly LanguageReview[]
  /** The definition as saved now does not compile, so an older one is shown. */
  readonly behind: boolean
}

export const NO_PREVIEW: PreviewState = { revision: null, screens: [], languages: [], reviews: [], behind: false }

/** The preview after a save: a definition with blocking findings leaves the earlier one standing. */
export function previewAfter(before: PreviewState, revision: number, checked: CheckedDefinition): PreviewState {
  if (isBlocked(checked)) return { ...before, behind: true }
  const { screens, languages, reviews } = checked
  return { revision, screens, languages, reviews, behind: false }
}

/** Whether the findings keep a definition from being published. */
export function isBlocked({ findings }: Pick<CheckedDefinition, 'findings'>): boolean {
  return findings.some((finding) => finding.severity === 'block')
}

/** The wanted one when it is there, else the first, else null. */
export function stillThere(wanted: string | null, offered: readonly string[]): string | null {
  return wanted !== null && offered.includes(wanted) ? wanted : (offered[0] ?? null)
}
