/** The words of the switch. */
export interface SwitchWords {
  readonly chart: string
  readonly table: string
  /** Names the switch: "Show figure 3 as". */
  readonly showAs: string
}

/**
 * Puts a switch between chart and table above a chart. The table is the one below the figure, which stays where it is
 * and can be opened without the switch too.
 */
export function addSwitch(figure: Element, words: SwitchWords): void {
  const chart = figure.querySelector<HTMLElement>('.chart')
  const numbers = figure.parentElement?.querySelector<HTMLDetailsElement>(':scope > details.numbers:not(.embed)')
  if (!chart || !numbers) return
  const { ownerDocument: page } = figure
  const group = page.createElement('div')
  group.className = 'switch'
  group.setAttribute('role', 'group')
  group.setAttribute('aria-label', words.showAs)
  const [toChart, toTable] = [words.chart, words.table].map((name) => {
    const button = page.createElement('button')
    button.type = 'button'
    button.textContent = name
    group.append(button)
    return button
  })
  const show = (table: boolean): void => {
    chart.hidden = table
    numbers.open = table
    toChart?.setAttribute('aria-pressed', String(!table))
    toTable?.setAttribute('aria-pressed', String(table))
  }
  toChart?.addEventListener('click', () => show(false))
  toTable?.addEventListener('click', () => show(true))
  show(false)
  chart.before(group)
}
