import { pageForm } from './sent-form.ts'

const AT_FOOT = 'at-foot'

/** Says that what stands on the page was not sent, in the words that each page brings along for that. */
export function showNotReached(): void {
  showAtFoot(document.getElementById('not-reached')?.innerHTML ?? '')
}

/** Says something where somebody pressed a button. */
export function showAtFoot(html: string): void {
  const form = pageForm(document)
  if (form === null) return
  document.getElementById(AT_FOOT)?.remove()
  const place = document.createElement('div')
  place.id = AT_FOOT
  place.setAttribute('role', 'status')
  form.append(place)
  place.innerHTML = html
  place.scrollIntoView({ block: 'nearest' })
}
