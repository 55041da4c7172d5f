import { useState, type ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { timeOfDay } from '../language/local-formats.ts'
import type { DraftState } from './draft-state.ts'

/** Whether the text is saved. Heard when it matters, not at every key. */
export function SavedLine({ state }: { readonly state: DraftState }): ReactElement {
  const { t, language } = useStudio()
  const routine = state.phase === 'changed' || state.phase === 'saving'
  const words =
    state.phase !== 'saved'
      ? t(`draft.${state.phase}`)
      : state.savedAt === null
        ? t('draft.untouched')
        : t('draft.saved', { time: timeOfDay(state.savedAt, language) })
  const [spoken, setSpoken] = useState('')
  if (!routine && spoken !== words) setSpoken(words)
  return (
    <>
      <span className={state.phase === 'saved' || routine ? 'small soft' : 'small warm'} aria-hidden="true">
        {words}
      </span>
      <output className="sr">{spoken}</output>
    </>
  )
}
