/**
 * Whether an answer is a drawn signature: the data address of a PNG, or of an SVG that holds lines and dots and nothing
 * else, as survey-core's signature pad writes them. Whatever could run, load or link is none.
 */
export function isDrawing(answer: unknown): boolean {
  if (typeof answer !== 'string') return false
  const [, type, base64 = ''] = /^data:image\/(png|svg\+xml);base64,([A-Za-z0-9+/]+={0,2})$/.exec(answer) ?? []
  if (base64.length % 4 !== 0) return false
  return type === 'png' ? base64.startsWith(PNG) : type !== undefined && isLineDrawing(decode(base64))
}

/** The first seven of the eight bytes that every PNG begins with. */
const PNG = 'iVBORw0KGg'

/** One tag without anything before it. Attributes are those of a shape; their values hold no address. */
const TAG =
  /<\/?(?:svg|path|circle|rect)(?: (?:xmlns(?::xlink)?|viewBox|width|height|d|c[xy]|[rxy]|fill|stroke(?:-width|-linecap)?)="[^"<>&]*")* ?\/?>/y

function isLineDrawing(text: string): boolean {
  if (!text.startsWith('<svg ') || !text.endsWith('</svg>')) return false
  TAG.lastIndex = 0
  while (TAG.lastIndex < text.length) if (!TAG.test(text)) return false
  return true
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** The bytes as characters: of what is accepted, all are ASCII. */
function decode(base64: string): string {
  const bytes: string[] = []
  let bits = 0
  let value = 0
  for (const character of base64) {
    if (character === '=') break
    value = ((value << 6) | ALPHABET.indexOf(character)) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes.push(String.fromCharCode((value >> bits) & 0xff))
  }
  return bytes.join('')
}
