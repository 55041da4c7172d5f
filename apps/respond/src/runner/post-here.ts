import type { FirstPorts } from './ports.ts'
import { encodedForm, hiddenField, pageForm, sendPlainly } from './sent-form.ts'
import { parsed, showPage } from './show-page.ts'

/** Sends a form without leaving its page, so that no browser writes it down. @returns what follows; null where nothing came */
export async function postHere(
  { post }: Pick<FirstPorts, 'post'>,
  form: HTMLFormElement,
  go: string | null,
): Promise<Document | null> {
  const html = await post(form.getAttribute('action') ?? '', encodedForm(form, go)).catch(() => null)
  return html === null ? null : parsed(html)
}

/**
 * Shows what followed.
 *
 * @param before called with a page that is shown here
 * @returns false where the browser sends the form after all: what is no page of ours, or leads on to nothing, is its to show
 */
export function showFollowing(
  page: Document,
  form: HTMLFormElement,
  go: string | null,
  before: (page: Document) => void = () => undefined,
): boolean {
  // Another page than that of a wave may hold the form to send again.
  if (page.querySelector('form[method=post][action^="/v/"]:not(#notice-form)') === null) {
    sendPlainly(form, go)
    return false
  }
  before(page)
  holdPlace(page)
  showPage(page)
  return true
}

/** For the line that says what is saved: what stands below it is not to move once that comes. */
function holdPlace(page: Document): void {
  const form = pageForm(page)
  if (form === null || hiddenField(form, 'draft') === null || form.querySelector('.state') !== null) return
  const place = page.createElement('p')
  place.className = 'state'
  place.textContent = '\u00A0'
  form.append(place)
}
