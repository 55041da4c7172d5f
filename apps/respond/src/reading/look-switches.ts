import type { LookChoice } from '@klankbord/pages'

/** What somebody chose about how pages look and sound, for as long as the tab is open. */
export interface LookSwitches {
  /** Takes hold of a page: shows it as was chosen, and lets its switches work without a request. */
  attach(document: Document): void
  has(choice: LookChoice): boolean
}

/** Only a script reads aloud, so the page shows nothing of these. */
const HEARD: ReadonlySet<string> = new Set(['slow', 'auto'])

/** @param changed called after a switch was pressed */
export function lookSwitches(changed: (choice: string, on: boolean) => void): LookSwitches {
  let chosen: ReadonlySet<string> | null = null

  const apply = (document: Document, on: ReadonlySet<string>): void => {
    const field = fieldOf(document)
    if (field !== null) field.value = [...on].join(' ')
    for (const one of switchesOf(document)) {
      const choice = choiceOf(one)
      one.setAttribute('aria-checked', on.has(choice) ? 'true' : 'false')
      if (!HEARD.has(choice)) document.documentElement.classList.toggle(choice, on.has(choice))
    }
  }
  const press = (one: HTMLButtonElement, document: Document): void => {
    const choice = choiceOf(one)
    const on = new Set(chosen)
    if (!on.delete(choice)) on.add(choice)
    chosen = on
    apply(document, on)
    changed(choice, on.has(choice))
  }
  return {
    attach: (document) => {
      chosen ??= new Set((fieldOf(document)?.value ?? '').split(' ').filter((choice) => choice !== ''))
      document.querySelector('#look')?.removeAttribute('hidden')
      for (const one of switchesOf(document))
        one.addEventListener('click', (event) => {
          event.preventDefault()
          press(one, document)
        })
      apply(document, chosen)
    },
    has: (choice) => chosen?.has(choice) === true,
  }
}

function fieldOf(document: Document): HTMLInputElement | null {
  return document.querySelector('input[name=look]')
}

function switchesOf(document: Document): readonly HTMLButtonElement[] {
  return [...document.querySelectorAll<HTMLButtonElement>('#look [role=switch]')]
}

function choiceOf({ value }: HTMLButtonElement): string {
  return value.replace('look:', '')
}
