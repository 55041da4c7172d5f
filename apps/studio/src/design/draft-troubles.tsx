import type { ReactElement } from 'react'
import { FailureNote } from '../frame/note.tsx'
import { StaleChoice } from './stale-choice.tsx'
import type { DefinitionDraft } from './use-definition-draft.ts'

/** Why what somebody typed was not saved, and what they can do; nothing while it is. */
export function DraftTroubles({ keeper, state }: DefinitionDraft): ReactElement | null {
  if (state.phase === 'refused' && state.failure !== null && state.failure.status !== 401)
    return (
      <div className="above">
        <FailureNote failure={state.failure} retry={() => void keeper.saveNow()} />
      </div>
    )
  if (state.phase !== 'stale' || state.theirs === null) return null
  return (
    <StaleChoice mine={state.text} theirs={state.theirs.text} onMine={keeper.keepMine} onTheirs={keeper.takeTheirs} />
  )
}
