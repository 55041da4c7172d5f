import { describe, expect, it } from 'vitest'
import type { Json } from '@klankbord/model'
import { readFields } from '../../src/compile/fields.ts'
import { findingList } from '../../src/compile/finding-list.ts'
import { readProse } from '../../src/compile/read-prose.ts'
import type { Reading } from '../../src/compile/reading.ts'

function reading(html: Json) {
  const gathered: Reading = {
    list: findingList(),
    source: 'nl',
    texts: [],
    ownTexts: [],
    patternRoom: { left: 0 },
    helpLines: [],
  }
  const fields = readFields({ html }, '/pages/0/elements/0', 'html intro', { html: 'text' }, gathered)
  const text = readProse(fields, 'html', gathered)
  return { text, findings: gathered.list.findings, texts: gathered.texts }
}

describe('the prose of an element', () => {
  it('is written in one way per language', () => {
    const { text, findings } = reading({ default: '<P>Welkom</P>', en: '<p>Welcome &eacute;</p>' })
    expect(text).toEqual({ nl: '<p>Welkom</p>', en: '<p>Welcome é</p>' })
    expect(findings).toEqual([])
  })

  it('is looked through for answers as it is shown', () => {
    expect(reading('<p>Dag &#123;who&#125;</p>').texts.map(({ text }) => text)).toEqual([{ nl: '<p>Dag {who}</p>' }])
  })

  it('blocks at the very text in which something may not stand, and says what may', () => {
    const { findings } = reading({ default: '<div>x</div>', en: '<p>x</p>' })
    expect(findings[0]).toMatchObject({
      code: 'htmlNotAllowed',
      severity: 'block',
      path: '/pages/0/elements/0/html/default',
      suggestion: 'p',
      message:
        'markup that is not allowed: the tag <div> (in html of html intro; allowed: p, br, strong, em, b, i, ul, ol, li, h2, h3, h4 and a)',
    })
    expect(reading('<script>').findings[0]?.path).toBe('/pages/0/elements/0/html')
  })

  it.each([
    ['nothing', ' ', 'missingText'],
    ['markup without words', '<p></p>', 'missingText'],
    ['a book', 'x'.repeat(20_001), 'definitionTooLarge'],
  ])('blocks on %s', (_, html, code) => {
    expect(reading(html).findings.map((found) => found.code)).toEqual([code])
  })
})
