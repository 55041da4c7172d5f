import type { CheckedDefinition, DefinitionText } from '../api/api-types.ts'
import type { Failure } from '../api/api-failure.ts'

/**
 * How far the text on the screen is from the text on the server: `saved`; `changed` (typed, about to be
 * sent); `saving`; `retrying` (no connection, tried again by itself); `refused` (the server said no, trying
 * the same again does not help); `stale` (somebody else saved in between, a person has to choose).
 */
export type DraftPhase = 'saved' | 'changed' | 'saving' | 'retrying' | 'refused' | 'stale'

/** The working definition on this screen. */
export interface DraftState {
  readonly phase: DraftPhase
  readonly text: string
  /** What was last sent; typing goes on while it travels. */
  readonly sent: string
  readonly revision: number
  /** Milliseconds since 1970; null before the first save of this visit. */
  readonly savedAt: number | null
  /** What the server found in the text that it has. */
  readonly checked: CheckedDefinition
  readonly failure: Failure | null
  /** What somebody else saved, while `stale`. */
  readonly theirs: DefinitionText | null
}

export type DraftEvent =
  | { readonly type: 'typed'; readonly text: string }
  | { readonly type: 'sending' }
  | { readonly type: 'saved'; readonly revision: number; readonly checked: CheckedDefinition; readonly at: number }
  | { readonly type: 'failed'; readonly failure: Failure; readonly passing: boolean }
  | { readonly type: 'overtaken'; readonly theirs: DefinitionText; readonly checked: CheckedDefinition }
  | { readonly type: 'tookTheirs' }
  | { readonly type: 'keptMine' }
  | { readonly type: 'refreshed'; readonly definition: DefinitionText; readonly checked: CheckedDefinition }

/** A draft as the server gave it. */
export function openDraft(definition: DefinitionText, checked: CheckedDefinition): DraftState {
  const { text, revision } = definition
  return { phase: 'saved', text, sent: text, revision, savedAt: null, checked, failure: null, theirs: null }
}

/**
 * The draft after an event. Nothing typed is ever lost: an answer of the server changes what is known to be
 * saved, never the text on the screen; only choosing the other version does.
 */
export function draftAfter(state: DraftState, event: DraftEvent): DraftState {
  switch (event.type) {
    case 'typed':
      return typed(state, event.text)
    case 'sending':
      return { ...state, phase: 'saving', sent: state.text, failure: null }
    case 'saved':
      return saved(state, event)
    case 'failed':
      return { ...state, phase: event.passing ? 'retrying' : 'refused', failure: event.failure }
    case 'overtaken':
      return overtaken(state, event)
    case 'tookTheirs':
      return state.theirs === null ? state : openDraft(state.theirs, state.checked)
    case 'keptMine':
      return state.theirs === null
        ? state
        : { ...state, phase: 'changed', revision: state.theirs.revision, theirs: null, failure: null }
    case 'refreshed':
      return refreshed(state, event)
  }
}

/** Whether leaving now would lose words. */
export function isUnsaved(state: DraftState): boolean {
  return state.phase !== 'saved'
}

function typed(state: DraftState, text: string): DraftState {
  if (text === state.text) return state
  const waits = state.phase === 'saving' || state.phase === 'retrying' || state.phase === 'stale'
  return { ...state, text, phase: waits ? state.phase : 'changed' }
}

function saved(state: DraftState, event: DraftEvent & { type: 'saved' }): DraftState {
  const { revision, checked, at } = event
  const phase = state.text === state.sent ? 'saved' : 'changed'
  return { ...state, phase, revision, checked, savedAt: at, failure: null }
}

function overtaken(state: DraftState, event: DraftEvent & { type: 'overtaken' }): DraftState {
  const { theirs, checked } = event
  if (theirs.text === state.text) return openDraft(theirs, checked)
  return { ...state, phase: 'stale', theirs, checked, failure: null }
}

function refreshed(state: DraftState, event: DraftEvent & { type: 'refreshed' }): DraftState {
  const { definition, checked } = event
  if (isUnsaved(state) || definition.revision < state.revision) return state
  if (definition.revision === state.revision) return { ...state, checked }
  return { ...openDraft(definition, checked), savedAt: state.savedAt }
}
