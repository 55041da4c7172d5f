/** What a browser does with a code that somebody wants to keep. */
export interface Keeping {
  /** Null where the browser cannot. */
  readonly copy: ((text: string) => Promise<void>) | null
  print(): void
}

/** What this browser can do. A page that did not come over a safe line has no clipboard. */
export function browserKeeping(window: Window): Keeping {
  // Types say that it is always there; browsers of 2018 and unsafe lines have none.
  const clipboard: Clipboard | undefined = window.navigator.clipboard
  return {
    copy: clipboard === undefined ? null : (text) => clipboard.writeText(text),
    print: () => window.print(),
  }
}

/** Shows the buttons below what somebody may want to keep, on the pages that have some. Call it again after each page that is shown. */
export function codeButtons(document: Document, { copy, print }: Keeping): void {
  const row = document.getElementById('keep')
  if (row === null) return
  row.hidden = false
  document.getElementById('print')?.addEventListener('click', print)
  // Words to come back with are printed or written down, and stand on no clipboard.
  const copying = document.getElementById('copy')
  if (copying === null) return
  copying.hidden = copy === null
  const words = copying.querySelector('span')
  copying.addEventListener('click', () => {
    const copied = (): void => {
      if (words !== null) words.textContent = row.dataset['copied'] ?? ''
    }
    // Who may not copy still sees the code, and can select it with one tap.
    copy?.(codeIn(document)).then(copied, () => undefined)
  })
}

/** As it is handed out: "K7P4-HM9R-TXYZ". */
function codeIn(document: Document): string {
  const groups = document.getElementById('code')?.querySelectorAll('span') ?? []
  return Array.from(groups, (group) => group.textContent).join('-')
}
