import { draftField } from '@klankbord/pages/browser'
import type { Saving } from '../saving/saving.ts'
import type { RunnerPorts } from './ports.ts'
import { showNotReached } from './not-reached.ts'
import { isHeldHere } from './refused-page.ts'
import { hiddenField, sendPlainly } from './sent-form.ts'
import type { Sitting } from './sitting.ts'
import { underWayOf } from './visit.ts'
import { within } from './within.ts'

/** How long answers may be on their way while somebody waits for the next page, in milliseconds. */
const PATIENCE = 10_000

/** Settled once the server has everything or refuses it, or it was on its way for long enough. */
export async function everythingSent({ saving, after }: Pick<RunnerPorts, 'saving' | 'after'>): Promise<void> {
  await within(settled(saving), PATIENCE, after).catch(() => undefined)
}

function settled(saving: Saving): Promise<void> {
  if (saving.isSaved()) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = saving.subscribe(() => {
      if (!saving.isSaved() && saving.state().refusal === null) return
      stop()
      resolve()
    })
  })
}

/**
 * Lets the browser send a form, the answers that the server does not have first.
 *
 * @param tell says what became of answers, where it stays after all
 */
export function sendAsBefore(
  sitting: Sitting,
  form: HTMLFormElement | null,
  go: string | null,
  tell: () => void,
): void {
  if (form === null || sitting.isPlain) return
  const { saving } = sitting.ports
  sitting.isPlain = true
  void sendAfterAnswers(sitting, form, go, tell).catch(() => {
    sitting.isPlain = !isHeldHere(saving.state())
    if (sitting.isPlain) sendPlainly(form, go)
  })
}

async function sendAfterAnswers(
  sitting: Sitting,
  form: HTMLFormElement,
  go: string | null,
  tell: () => void,
): Promise<void> {
  const { saving } = sitting.ports
  if (isHeldHere(saving.state())) {
    saving.wake()
    if (saving.state().refusal === null) await everythingSent(sitting.ports)
    // What the server does not have would be gone with this page.
    if (isHeldHere(saving.state())) {
      sitting.isPlain = false
      sitting.told = null
      tell()
      return
    }
  }
  // The page of a browser that reaches nothing has no place for what was typed.
  if (!(await sitting.ports.reached())) {
    sitting.isPlain = false
    showNotReached(form)
    return
  }
  const draft = hiddenField(form, 'draft')
  const kept = saving.underWay()
  if (draft !== null && kept !== null && draft.value.endsWith(kept.id)) draft.value = draftField(underWayOf(kept))
  sendPlainly(form, go)
}

/** What another device stored is the server's to show: nothing of what was here is left. */
export async function giveWay(sitting: Sitting, form: HTMLFormElement, go: string | null): Promise<void> {
  sitting.isPlain = true
  await sitting.ports.saving.forget()
  sendPlainly(form, go)
}
