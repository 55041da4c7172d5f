import { describe, expect, it } from 'vitest'
import { figureKeys, renderFigurePage, renderReportPage } from '@klankbord/report-page'
import { samplePublication } from '@klankbord/testing/sample-publication'
import { readingOf } from './page-reading.ts'

const publication = samplePublication()
const figure = (key: string): string => `https://raad.example/r/1/figure/${key}?for=clients&lang=nl`
const links = { json: 'r.json', csv: 'r.csv', languages: {}, figure }
const page = renderReportPage(publication, { language: 'nl', links })
const unescaped = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
const lines = [...page.matchAll(/<pre><code>([\s\S]*?)<\/code>/g)].map(([, line]) => unescaped(line ?? ''))

describe('the line that shows a figure on another site', () => {
  it('is one line, with the address and the sentence of its own figure', () => {
    expect(lines).toHaveLength(figureKeys(publication).length)
    for (const [place, key] of figureKeys(publication).entries()) {
      expect(lines[place]).toMatch(/^<iframe src="[^"\s]+" title="[^"\n]+" width="100%" height="\d+" [^>]*><\/iframe>$/)
      expect(lines[place]).toContain(`src="${figure(key).replace('&', '&amp;')}"`)
    }
  })

  it('is not there where the page has no address that others can reach', () => {
    const relative = renderReportPage(publication, {
      language: 'nl',
      links: { ...links, figure: (key) => `${key}.html` },
    })
    expect(relative).not.toContain('<iframe')
    expect(relative).not.toContain('&lt;iframe')
    expect(relative).toContain('href="account.html"')
    const without = renderReportPage(publication, { language: 'nl', links: { json: '', csv: '', languages: {} } })
    expect(without).not.toContain('Alleen figuur')
  })
})

describe('a figure alone', () => {
  it.each(['nl', 'en'])('shows the same words as on the page, and where it comes from: %s', (language) => {
    const whole = renderReportPage(publication, { language, links: { json: '', csv: '', languages: {} } })
    for (const key of figureKeys(publication)) {
      const alone = renderFigurePage(publication, key, { language, page: 'index.html' }) ?? ''
      const [, id = ''] = alone.match(/<figure aria-labelledby="([^"]+)-t"/) ?? []
      expect(whole).toContain(`id="${id}"`)
      const [block = ''] = alone.match(/<figcaption>[\s\S]*?<\/figcaption>/) ?? []
      expect(whole).toContain(block)
      expect(alone).toContain(`href="index.html#${id}"`)
      expect(readingOf(alone)).toContain(publication.study.organisation)
    }
  })

  it('is not there under a name that no figure has', () => {
    expect(renderFigurePage(publication, 'nothing', { language: 'nl', page: '' })).toBeNull()
  })
})
