import { reportTrouble } from './report-trouble.ts'

/** The words of the button. */
export interface CopyWords {
  readonly copy: string
  readonly copied: string
}

/** Puts a button below the lines with their source, which copies them with the address of the figure. */
export function addCopying(element: Element, words: CopyWords): void {
  const lines = element.parentElement?.querySelector<HTMLElement>('.copy .lines')
  const view = element.ownerDocument.defaultView
  if (!lines || !view?.navigator.clipboard) return
  const button = element.ownerDocument.createElement('button')
  button.type = 'button'
  button.textContent = words.copy
  const done = element.ownerDocument.createElement('span')
  done.setAttribute('role', 'status')
  button.addEventListener('click', () => {
    const address = new URL(`#${element.parentElement?.id ?? ''}`, view.location.href).href
    const said = [...lines.children].map((line) => line.textContent?.trim() ?? '')
    void view.navigator.clipboard
      .writeText([...said, address].join('\n'))
      .then(() => done.replaceChildren(words.copied), reportTrouble)
  })
  lines.after(button, done)
}
