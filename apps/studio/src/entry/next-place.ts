/**
 * Enter goes to the next place to type in, and from the last one on to the next screen. In a place of several lines it begins
 * a line, unless Ctrl is held.
 *
 * @returns whether the focus was moved, so that nothing is sent
 */
export function nextPlace(form: HTMLFormElement, { key, target, ctrlKey }: KeyboardEvent): boolean {
  if (key !== 'Enter' || !(target instanceof HTMLElement) || target.dataset['place'] === undefined) return false
  if (target.dataset['place'] === 'longText' && !ctrlKey) return false
  const places = [...form.querySelectorAll<HTMLElement>('[data-place]')]
  const next = places[places.indexOf(target) + 1]
  if (next !== undefined) next.focus()
  else if (ctrlKey) form.requestSubmit()
  return next !== undefined
}
