import { pageAddress, type PageData } from '@klankbord/pages/browser'
import type { UnderWay } from '../saving/saving.ts'
import { holdForm } from './hold-form.ts'
import { showNotReached } from './not-reached.ts'
import { postHere, showFollowing } from './post-here.ts'
import { pageForm, wordsWaveOf } from './sent-form.ts'
import { stopOf } from './show-page.ts'
import { languageHere, type Sitting } from './sitting.ts'
import { takeUp } from './taking-up.ts'

/** Words and codes are for the server to look at, and so is a start before the texts are here. @param draft the id that the form carries */
export function isForServer({ data, ports }: Sitting, form: HTMLFormElement, draft: string): boolean {
  if (wordsWaveOf(form) !== null) return true
  const isOpen = data !== null && data.context.mode === 'open'
  return !isOpen && draft === '' && ports.saving.underWay() === null
}

/**
 * Sends a form without leaving its page, so that no browser writes it down, and a bad line loses nothing.
 *
 * @param ready settles once the texts of the page that follows are there
 * @param tell says what became of answers
 */
export async function askServer(
  sitting: Sitting,
  form: HTMLFormElement,
  go: string | null,
  { ready, tell }: { readonly ready: (language: string) => Promise<unknown>; readonly tell: () => void },
): Promise<void> {
  const { ports, way } = sitting
  sitting.isPausing = true
  const answer = postHere(ports, form, go)
  const release = holdForm(sitting)
  const page = await answer
  sitting.isPausing = false
  release()
  if (page === null) return showNotReached(form)
  const next = pageForm(page)
  if (!showFollowing(page, form, go, (shown) => way.to(stopOf(shown)))) return
  try {
    await ready(languageHere())
    if (next !== null && wordsWaveOf(next) === null) await takeUpHere(sitting, next, tell)
  } catch {
    sitting.isPlain = true
  }
}

/** Goes on here with what the server keeps of the page that is there, and says what can be done with it. @throws as `takeUp` */
export async function takeUpHere(sitting: Sitting, form: HTMLFormElement, tell: () => void): Promise<void> {
  await takeUp(sitting.ports, form)
  if (sitting.data === null) return
  const kept = sitting.ports.saving.underWay()
  if (kept !== null) stayHere(sitting.data, kept)
  tell()
}

/** A page that came with a form would send that again when it is loaded once more; under words nothing stays here. */
function stayHere({ context }: PageData, { words }: UnderWay): void {
  const here = { ...context, language: languageHere() }
  const address = words === undefined ? here.action : pageAddress(here, '/resume')
  window.history.replaceState(window.history.state, '', address)
}
