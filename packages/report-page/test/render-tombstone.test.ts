import type { PublicationTombstone } from '@klankbord/model'
import { renderTombstone } from '@klankbord/report-page'
import { describe, expect, it } from 'vitest'

const TOMBSTONE: PublicationTombstone = {
  id: 'p',
  edition: 2,
  publishedOn: '2026-06-01',
  removedOn: '2036-06-01',
  language: 'nl',
  title: { nl: 'Hulp <in> de wijk', en: 'Help in the area' },
  organisation: 'Cliëntenraad & co',
  hash: '0123456789abcdef'.repeat(4),
}

describe('the page where a publication was', () => {
  it('says what stood there, of whom, from when to when, and how to recognise a copy', () => {
    const page = renderTombstone(TOMBSTONE, 'nl')
    expect(page).toContain('<html lang="nl" dir="ltr">')
    expect(page).toContain('“Hulp &lt;in&gt; de wijk” van Cliëntenraad &amp; co: editie 2')
    expect(page).toContain('gepubliceerd op 1 juni 2026')
    expect(page).toContain('Op 1 juni 2036 is de inhoud verwijderd.')
    expect(page.replaceAll('<wbr />', '')).toContain(`<code>${TOMBSTONE.hash}</code>`)
  })

  it('speaks English too, and Dutch words around the title in any other language', () => {
    expect(renderTombstone(TOMBSTONE, 'en')).toContain(
      '“Help in the area” of Cliëntenraad &amp; co was here: edition 2',
    )
    expect(renderTombstone({ ...TOMBSTONE, title: { fy: 'Help' }, language: 'fy' }, 'fy')).toContain('“Help” van')
  })

  it('has no script, no inline style and no address of another file', () => {
    expect(renderTombstone(TOMBSTONE, 'nl')).not.toMatch(/<script|style="|src=|href=/)
  })
})
