import type { ReactElement } from 'react'
import type { StudyOutline } from '../api/desk-types.ts'
import { CommentsPanel } from './comments-panel.tsx'

/** What staff say to each other about a study. */
export function CommentsPage({ study }: { readonly study: StudyOutline }): ReactElement {
  return <CommentsPanel study={study} />
}
