/** How a column stands: as published, upward or downward. */
type Order = 'none' | 'ascending' | 'descending'

const NEXT: Readonly<Record<Order, Order>> = { none: 'ascending', ascending: 'descending', descending: 'none' }

/**
 * Makes the columns of a figure's table sort its rows: upward, downward, and then as published. Rows without a number stay
 * last. A table in parts keeps its order.
 */
export function addSorting(element: Element, language: string): void {
  const table = element.parentElement?.querySelector<HTMLTableElement>(':scope > details.numbers:not(.embed) table')
  const body = table?.tBodies[0]
  if (!table || !body || body.rows.length < 2 || body.querySelector('.sub')) return
  const published = [...body.rows]
  const heads = [...(table.tHead?.rows[0]?.cells ?? [])]
  for (const [column, head] of heads.entries()) {
    const button = head.ownerDocument.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
    head.setAttribute('aria-sort', 'none')
    button.addEventListener('click', () => {
      const order = NEXT[(head.getAttribute('aria-sort') ?? 'none') as Order]
      for (const other of heads) other.setAttribute('aria-sort', 'none')
      head.setAttribute('aria-sort', order)
      body.append(...sorted(published, column, order, language))
    })
  }
}

function sorted(
  rows: readonly HTMLTableRowElement[],
  column: number,
  order: Order,
  language: string,
): readonly HTMLTableRowElement[] {
  if (order === 'none') return rows
  const sign = order === 'ascending' ? 1 : -1
  const collator = new Intl.Collator(language, { numeric: true })
  const cellOf = (row: HTMLTableRowElement): string => row.cells[column]?.textContent?.trim() ?? ''
  return rows.toSorted((one, two) => {
    if (column === 0) return sign * collator.compare(cellOf(one), cellOf(two))
    const [first, second] = [numberIn(cellOf(one), language), numberIn(cellOf(two), language)]
    if (first === null || second === null) {
      if (first === null && second === null) return sign * collator.compare(cellOf(one), cellOf(two))
      return first === null ? 1 : -1
    }
    return sign * (first - second)
  })
}

/** The first number of a cell as its language writes it. @example numberIn('−1.400,5 (weinig)', 'nl') // -1400.5 */
function numberIn(text: string, language: string): number | null {
  const [written] = /[−-]?\d[\d.,]*/.exec(text) ?? []
  if (written === undefined) return null
  const english = language.split('-')[0] === 'en'
  const plain = written
    .replaceAll(english ? ',' : '.', '')
    .replace(',', '.')
    .replace('−', '-')
  return Number.parseFloat(plain)
}
