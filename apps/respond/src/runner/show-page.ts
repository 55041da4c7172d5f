import { pageForm } from './sent-form.ts'
import type { Stop, Whereabouts } from './trail.ts'

/** The document says so when another page has come to stand in it. */
export const SHOWN = 'klankbord:page'

/** Reads a rendered page. It comes to stand in this document in the place of what is there. */
export function parsed(html: string): Document {
  return new DOMParser().parseFromString(html, 'text/html')
}

/** Where a page stands; null where its form is of no screen. */
export function whereabouts(page: Document): Whereabouts | null {
  const form = pageForm(page)
  const field = (name: string): string => form?.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value ?? ''
  return form === null ? null : { screen: field('screen'), seen: field('seen') }
}

/** The same, for the way back: with the id that the page carries. Pages that belong to no screen are no place to come back to. */
export function stopOf(page: Document): Stop {
  const where = whereabouts(page)
  const field = (name: string): string =>
    page.querySelector<HTMLInputElement>(`input[type=hidden][name="${name}"]`)?.value ?? ''
  return where === null || field('draft') === '' || field('on.page') !== '' ? null : { ...where, draft: field('draft') }
}

/**
 * Shows a page as if it had been loaded: language, direction, look, title, style and content; from the top, and with the
 * focus on what is to be read first.
 */
export function showPage(page: Document): void {
  const root = document.documentElement
  for (const name of ['lang', 'dir', 'class']) {
    const value = page.documentElement.getAttribute(name)
    if (value === null) root.removeAttribute(name)
    else root.setAttribute(name, value)
  }
  document.title = page.title
  const style = page.querySelector('style')?.textContent ?? ''
  const shown = document.querySelector('style')
  if (style !== '' && shown !== null && shown.textContent !== style) shown.textContent = style
  page.querySelectorAll('script').forEach((script) => script.remove())
  document.body.replaceWith(document.adoptNode(page.body))
  window.scrollTo(0, 0)
  focusFirst()
  document.dispatchEvent(new Event(SHOWN))
}

function focusFirst(): void {
  const first = document.querySelector<HTMLElement>('[autofocus]') ?? document.querySelector('h1')
  if (first === null) return
  if (!first.hasAttribute('tabindex')) first.tabIndex = -1
  first.focus({ preventScroll: first.nodeName === 'H1' })
}
