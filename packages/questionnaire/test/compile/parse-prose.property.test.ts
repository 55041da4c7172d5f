// @vitest-environment jsdom
import fc from 'fast-check'
import { describe, expect, inject, it } from 'vitest'
import { parseProse } from '../../src/compile/parse-prose.ts'

const TAGS = new Set(['p', 'br', 'strong', 'em', 'b', 'i', 'ul', 'ol', 'li', 'h2', 'h3', 'h4', 'a'])
const ATTRIBUTES = new Set(['lang', 'dir', 'href'])
const PROTOCOLS = new Set(['https:', 'mailto:', 'tel:'])

/** Pieces of markup of every kind; joined at random they are mostly wrong, and now and then right. */
const piece = fc.oneof(
  fc.constantFrom(...[...TAGS].flatMap((tag) => [`<${tag}>`, `</${tag}>`])),
  fc.constantFrom(
    '<p>x</p>',
    '<ul><li>',
    '</li></ul>',
    '<a href="/x">',
    '<a href="tel:1">',
    '<br/>',
    ' ',
    '\n',
    '\r',
    'woord',
  ),
  fc.constantFrom(
    '<',
    '>',
    '/',
    '&',
    '&lt;',
    '&#60;',
    '&#x3c',
    '&amp',
    '&nbsp;',
    '{q1}',
    '"',
    "'",
    '=',
    '-->',
    '\u00A0',
    '\u2028',
  ),
  fc.constantFrom(
    '<!--',
    '<!-->',
    '--!>',
    '<![CDATA[',
    ']]>',
    '<!doctype',
    '<?x',
    '</',
    '</ p>',
    '<p\t',
    '<p/x',
    'lang=nl',
    ' dir=ltr',
  ),
  fc.constantFrom(
    '<script>',
    '</script>',
    '<svg>',
    '<math>',
    '<title>',
    '<textarea>',
    '<plaintext>',
    '<table>',
    '<form>',
    '<noscript>',
  ),
  fc.constantFrom(' onerror=x', ' href="javascript:x"', ' href=/x', ' href="/&#10;/x"', ' style=x', ' lang="a&quot;b"'),
  fc.string({ unit: 'binary', maxLength: 4 }).filter((text) => !/[\0\uD800-\uDFFF]/u.test(text)),
)
const hostile = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''))

/** Right prose, written carelessly. */
const { right } = fc.letrec<{ right: string; inline: string }>((tie) => ({
  inline: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom('x', ' &amp; ', '&eacute;', 'a < b', '<br>', '<BR/>', '{q1}', '\r\n', '\u00A0'),
    fc
      .tuple(fc.constantFrom('b', 'STRONG', 'em', 'i'), tie('inline'))
      .map(([tag, inner]) => `<${tag} lang=nl>${inner}</${tag} >`),
  ),
  right: fc
    .array(
      fc.oneof(
        fc
          .tuple(fc.constantFrom('p', 'H2', 'h3', 'h4'), tie('inline'))
          .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
        tie('inline').map((inner) => `<ul>\n<li>${inner}<ol><li>${inner}</li></ol></li></ul>`),
        tie('inline').map((inner) => `<p><a href='/x?a&b' dir="rtl">x</a>${inner}</p>`),
        tie('inline'),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join('')),
}))

/** What a browser makes of it that was not written, or that is beyond the profile. */
function surprisesIn(html: string): string[] {
  const place = document.createElement('div')
  place.innerHTML = html
  const elements = [...place.querySelectorAll('*')]
  const attributes = elements.flatMap((element) => [...element.attributes])
  const addresses = attributes.filter(({ name }) => name === 'href').map(({ value }) => value)
  return [
    ...(place.innerHTML === html ? [] : [place.innerHTML]),
    ...elements.map(({ localName }) => localName).filter((tag) => !TAGS.has(tag)),
    ...attributes.map(({ name }) => name).filter((name) => !ATTRIBUTES.has(name)),
    ...addresses.filter((address) => !PROTOCOLS.has(new URL(address, 'https://here.test').protocol)),
  ]
}

describe('any text as prose', () => {
  it('is refused, or stands in a browser exactly as it was read', () => {
    let taken = 0
    fc.assert(
      fc.property(fc.oneof(hostile, right), (source) => {
        const parsed = parseProse(source)
        const html = 'html' in parsed ? parsed.html : ''
        if ('html' in parsed) taken += 1
        expect('faults' in parsed ? parsed.faults.length > 0 : true).toBe(true)
        expect(surprisesIn(html)).toEqual([])
        expect(parseProse(html)).toHaveProperty('html', html)
      }),
      { seed: 20261101, numRuns: 3000 * inject('sampleFactor') },
    )
    expect(taken).toBeGreaterThan(1000)
  })

  it('is taken when it is right, and says in a browser what its author wrote', () => {
    fc.assert(
      fc.property(right, (source) => {
        const parsed = parseProse(source)
        expect(parsed).toHaveProperty('html')
        const authored = document.createElement('div')
        authored.innerHTML = source
        const read = document.createElement('div')
        read.innerHTML = 'html' in parsed ? parsed.html : ''
        expect(read.textContent).toBe(authored.textContent)
        expect(read.querySelectorAll('*').length).toBe(authored.querySelectorAll('*').length)
      }),
      { seed: 20261102, numRuns: 500 * inject('sampleFactor') },
    )
  })

  it('is read in time that grows with its length only', () => {
    for (const part of ['<p>', '</p>', '<b', '&', '<!--', '&#', '<a href="', ' x=', '<ul><li>', '&amp', '<script>']) {
      const started = performance.now()
      parseProse(part.repeat(Math.ceil(20_000 / part.length)))
      expect(performance.now() - started).toBeLessThan(500)
    }
  })
})
