import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import type { StudyDetail } from '../api/api-types.ts'
import { useStudio } from '../frame/studio-context.tsx'
import type { DraftKeeper } from './draft-keeper.ts'
import type { DraftState } from './draft-state.ts'
import { savedStudy } from './saved-study.ts'

/** The definition of a study while somebody works on it in this tab. */
export interface DefinitionDraft {
  readonly keeper: DraftKeeper
  readonly state: DraftState
}

/** Follows it, and keeps it when the page is left. What this tab saved is what the other pages read, without asking the server again. */
export function useDefinitionDraft(study: StudyDetail): DefinitionDraft {
  const { drafts } = useStudio()
  const client = useQueryClient()
  const keeper = drafts.of(study)
  const state = useSyncExternalStore(keeper.subscribe, keeper.state)
  useEffect(() => keeper.refresh(study), [keeper, study])
  useEffect(() => () => void keeper.saveNow(), [keeper])
  const { savedAt, sent, revision, checked } = state
  useEffect(() => {
    if (savedAt === null) return
    client.setQueryData<StudyDetail>(['study', study.id], (known) =>
      known === undefined ? known : savedStudy(known, { text: sent, revision }, checked),
    )
  }, [client, study.id, savedAt, sent, revision, checked])
  return { keeper, state }
}
