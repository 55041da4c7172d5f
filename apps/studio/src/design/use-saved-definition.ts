import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { StudyDetail } from '../api/api-types.ts'
import type { DraftState } from './draft-state.ts'
import { savedStudy } from './saved-study.ts'

/** What this tab saved is what the other pages read, without asking the server again. */
export function useSavedDefinition(study: string, { savedAt, sent, revision, checked }: DraftState): void {
  const client = useQueryClient()
  useEffect(() => {
    if (savedAt === null) return
    client.setQueryData<StudyDetail>(['study', study], (known) =>
      known === undefined ? known : savedStudy(known, { text: sent, revision }, checked),
    )
  }, [client, study, savedAt, sent, revision, checked])
}
