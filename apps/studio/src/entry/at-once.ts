/** As the ref of what comes next: the focus goes there, so that who types need not look for it. */
export function atOnce(next: HTMLElement | null): void {
  next?.focus()
}
