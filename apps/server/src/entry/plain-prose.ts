/**
 * Prose as plain text, to be read aloud: what our own compiler let through, so that every tag is one of few. A paragraph, an
 * item and a heading end a line.
 *
 * @example plainProse('<p>Eén</p><ul><li>twee &amp; drie</li></ul>') // 'Eén\ntwee & drie'
 */
export function plainProse(html: string): string {
  return html
    .replace(/<br\s*\/?>|<\/(?:p|li|h[1-6]|div|tr)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hexadecimal?: string, name?: string) => {
      if (decimal !== undefined) return signOf(Number(decimal), whole)
      if (hexadecimal !== undefined) return signOf(Number.parseInt(hexadecimal, 16), whole)
      return NAMED[name?.toLowerCase() ?? ''] ?? whole
    })
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }

const signOf = (point: number, whole: string): string => (point <= 0x10ffff ? String.fromCodePoint(point) : whole)
