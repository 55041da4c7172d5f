import { pageForm } from './sent-form.ts'

const AT_FOOT = 'at-foot'

/** Says that what stands in a form was not sent, in the words that each page brings along for that. */
export function showNotReached(form: HTMLFormElement | null): void {
  showAtFoot(document.getElementById('not-reached')?.innerHTML ?? '', form)
}

/** Says something where somebody pressed a button. */
export function showAtFoot(html: string, form: HTMLFormElement | null = pageForm(document)): void {
  if (form === null) return
  document.getElementById(AT_FOOT)?.remove()
  const place = document.createElement('div')
  place.id = AT_FOOT
  place.setAttribute('role', 'status')
  form.append(place)
  place.innerHTML = html
  place.scrollIntoView({ block: 'nearest' })
}
