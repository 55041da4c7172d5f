import { chosenSoFar, type FlowVisit, type PageData, type UnderWay } from '@klankbord/pages/browser'
import type { Saving } from '../saving/saving.ts'
import type { RunnerPorts } from './ports.ts'
import { fieldsOf, pageForm } from './sent-form.ts'
import { visitOf } from './visit.ts'

/** How long somebody who types is left alone, in milliseconds. */
const PAUSE = 800

/** Keeps each answer when it is chosen, long before somebody goes on. */
export interface Choosing {
  /** Something on the page was changed. @param isTyping more of it may follow at once */
  changed(isTyping: boolean): void
  /** Keeps what was changed: the page may go away. */
  now(): void
  /** Another page has come to stand there. */
  left(): void
  /** Whether something was chosen or typed on this page, and nobody has gone on since. */
  isOpen(): boolean
}

/** What is to keep of the screen that somebody is busy with. */
export interface Chosen {
  readonly visit: FlowVisit
  readonly before: UnderWay | null
  /** Null where there is nothing to keep. */
  readonly underWay: UnderWay | null
  /** What is no answer yet. */
  readonly typed: Readonly<Record<string, unknown>>
}

/**
 * @param known what is known of the wave; null while nothing may be kept from here
 * @param keptFor what is kept under the id that a form came with
 * @param keep keeps it
 */
export function choosing(
  ports: Pick<RunnerPorts, 'now' | 'randomBytes' | 'after'> & { readonly saving: Pick<Saving, 'wake'> },
  known: () => PageData | null,
  keptFor: (visit: FlowVisit) => UnderWay | null,
  keep: (chosen: Chosen) => void,
): Choosing {
  let isChanged = false
  let isOpen = false
  /** Counts what was typed: only after the last of it is there a pause. */
  let typed = 0

  function now(): void {
    typed += 1
    const form = pageForm(document)
    const data = known()
    if (!isChanged || form === null || data === null) return
    const visit = visitOf(data, fieldsOf(form, null), ports)
    const { screenId, onPage, findings } = visit.request
    if (screenId === '' || onPage !== null || findings.length > 0) return
    isChanged = false
    isOpen = true
    const before = keptFor(visit)
    keep({ visit, before, ...chosenSoFar(visit, before) })
  }

  return {
    now,
    changed: (isTyping) => {
      isChanged = true
      typed += 1
      const mine = typed
      if (!isTyping) now()
      else ports.after(PAUSE, () => (mine === typed ? now() : undefined))
    },
    left: () => {
      isChanged = false
      isOpen = false
      typed += 1
    },
    isOpen: () => isOpen || isChanged,
  }
}
