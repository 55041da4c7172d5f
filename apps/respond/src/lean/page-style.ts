let style = ''

/** The style of the page that is shown already; pages of this script stand in the same document. */
export function pageStyle(): string {
  return style
}

/** With the style that came with the page. */
export function setPageStyle(text: string): void {
  style = text
}
