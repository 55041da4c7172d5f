import type { ApiClient } from '../api/api-client.ts'
import { failureOf, isPassing } from '../api/api-failure.ts'
import type { StudyDetail } from '../api/api-types.ts'
import { draftAfter, openDraft, type DraftEvent, type DraftState } from './draft-state.ts'

/** How long after the last key a text is sent. */
const REST = 800
/** How long until a failed save is tried again. */
const RETRY = 5000

/** Clock and timer, as the browser or a test gives them. */
export interface Clock {
  now(): number
  /** Runs something later; gives what stops it. */
  later(run: () => void, milliseconds: number): () => void
}

/** Keeps one definition saved while somebody types, also when they go to another page of the studio. */
export interface DraftKeeper {
  readonly state: () => DraftState
  /** Tells when the state changed; gives what stops the telling. */
  readonly subscribe: (listener: () => void) => () => void
  readonly type: (text: string) => void
  /** Sends what is unsaved now. Whether everything is saved afterwards. */
  saveNow(): Promise<boolean>
  readonly takeTheirs: () => void
  readonly keepMine: () => void
  /** Takes over what the server has, unless there is unsaved work. */
  refresh(study: StudyDetail): void
}

/**
 * Makes the keeper of a study's definition. Saves go one after another, so a revision is never raced by
 * ourselves.
 */
export function createDraftKeeper(
  api: Pick<ApiClient, 'saveDefinition' | 'study'>,
  study: StudyDetail,
  clock: Clock,
): DraftKeeper {
  let state = openDraft(study.definition, study)
  let stopTimer = (): void => {}
  let running: Promise<void> | null = null
  const listeners = new Set<() => void>()

  const apply = (event: DraftEvent): void => {
    state = draftAfter(state, event)
    stopTimer()
    if (state.phase === 'changed') stopTimer = clock.later(startSaving, REST)
    if (state.phase === 'retrying') stopTimer = clock.later(startSaving, RETRY)
    for (const listener of listeners) listener()
  }
  const startSaving = (): void => void save()
  const save = (): Promise<void> => {
    running ??= send().finally(() => (running = null))
    return running
  }
  const send = async (): Promise<void> => {
    apply({ type: 'sending' })
    apply(await outcomeOf(api, study.id, state, clock))
  }
  const saveNow = async (): Promise<boolean> => {
    if (running !== null) await running
    if (state.phase === 'changed' || state.phase === 'retrying' || state.phase === 'refused') await save()
    return state.phase === 'saved'
  }
  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    type: (text) => apply({ type: 'typed', text }),
    saveNow,
    takeTheirs: () => apply({ type: 'tookTheirs' }),
    keepMine: () => apply({ type: 'keptMine' }),
    refresh: (latest) => apply({ type: 'refreshed', definition: latest.definition, checked: latest }),
  }
}

async function outcomeOf(
  api: Pick<ApiClient, 'saveDefinition' | 'study'>,
  study: string,
  { sent, revision }: DraftState,
  clock: Clock,
): Promise<DraftEvent> {
  try {
    const { revision: next, ...checked } = await api.saveDefinition(study, { text: sent, revision })
    return { type: 'saved', revision: next, checked, at: clock.now() }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.code === 'staleRevision') return await overtaking(api, study)
    return { type: 'failed', failure, passing: isPassing(failure) }
  }
}

async function overtaking(api: Pick<ApiClient, 'study'>, study: string): Promise<DraftEvent> {
  try {
    const latest = await api.study(study)
    return { type: 'overtaken', theirs: latest.definition, checked: latest }
  } catch (error) {
    const failure = failureOf(error)
    return { type: 'failed', failure, passing: isPassing(failure) }
  }
}
