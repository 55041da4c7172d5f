import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { reopen, sealPublication } from '@klankbord/disclosure'
import type { Publication } from '@klankbord/model'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { samplePublication } from '@klankbord/testing/sample-publication'
import { TAMPERINGS } from '@klankbord/testing/tampered-publications'
import { exportSite } from '../src/export-site.ts'

let folder = ''
const out = (...parts: readonly string[]): string => join(folder, 'out', ...parts)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'site-'))
  await writeFile(join(folder, 'report.js'), 'export {}')
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

async function stored(
  changes: Partial<Publication>,
  alter: (text: string) => string = (text) => text,
): Promise<string> {
  const sealed = sealPublication(samplePublication(changes))
  const file = join(folder, `${sealed.hash}.json`)
  await writeFile(file, alter(JSON.stringify(sealed)))
  return file
}

const exported = (files: readonly string[]): Promise<readonly string[]> =>
  exportSite(files, out(), join(folder, 'report.js'))

describe('a municipality puts results on its own site', () => {
  it('gets a page in each language, the data, the tables and the script', async () => {
    const written = await exported([await stored({})])
    const plain = written.filter((file) => !file.includes('/figure/'))
    expect(plain).toEqual([
      'report.js',
      'index.html',
      'voorbeeldstad-2026/index.html',
      'voorbeeldstad-2026/publication.csv',
      'voorbeeldstad-2026/publication.xlsx',
      'voorbeeldstad-2026/en.html',
      'voorbeeldstad-2026/publication.en.csv',
      'voorbeeldstad-2026/publication.en.xlsx',
      'voorbeeldstad-2026/publication.json',
    ])
    expect(written).toContain('voorbeeldstad-2026/figure/account.html')
    expect(written).toContain('voorbeeldstad-2026/figure/account.en.html')
    for (const file of written) expect((await readFile(out(file), 'utf8')).length).toBeGreaterThan(5)
  })

  it('can give the data on: they open again, unaltered', async () => {
    await exported([await stored({})])
    const json: unknown = JSON.parse(await readFile(out('voorbeeldstad-2026', 'publication.json'), 'utf8'))
    expect(reopen(json).account.answered).toBe(594)
  })

  it('finds every file that a page links to, also from the edition of an audience and from a figure alone', async () => {
    const audiences = [{ audience: 'clients' as const }, { audience: 'municipality' as const }]
    const written = await exported([await stored({ audiences })])
    expect(written).toContain('voorbeeldstad-2026/for-clients/en.html')
    const pages = written.filter((file) => file.endsWith('.html'))
    for (const page of pages) {
      const text = await readFile(out(page), 'utf8')
      const links = [...text.matchAll(/ (?:href|src)="([^"#]+)(?:#[^"]*)?"/g)].map(([, link]) => link ?? '')
      expect(links.length).toBeGreaterThan(0)
      for (const link of links)
        expect([page, link, written]).toEqual([page, link, expect.arrayContaining([join(dirname(page), link)])])
    }
  })
})

describe('an export is refused', () => {
  it('when a number was altered, before anything is written', async () => {
    const altered = await stored({}, (text) => text.replace('"answered":594', '"answered":595'))
    await expect(exported([await stored({ id: 'other' }), altered])).rejects.toThrow('publication was altered')
    await expect(readdir(out())).rejects.toThrow('ENOENT')
  })

  it('when two publications would share a folder', async () => {
    const files = [await stored({}), await stored({ edition: 2 })]
    await expect(exported(files)).rejects.toThrow('two publications for one folder: voorbeeldstad-2026')
  })

  it('when the script was not built', async () => {
    const missing = exportSite([await stored({})], out(), join(folder, 'none.js'))
    await expect(missing).rejects.toThrow('script of the council page is not there')
  })
})

it('never lets an id lead out of the folder', async () => {
  const written = await exported([await stored({ id: '../../etc' })])
  expect(written.every((file) => !file.includes('..'))).toBe(true)
})

describe.each(TAMPERINGS)('$what, given to the static site', ({ change, refused }) => {
  it('is refused before anything is written', async () => {
    const file = await stored({}, (text) =>
      JSON.stringify(change(JSON.parse(text) as Readonly<Record<string, unknown>>)),
    )
    await expect(exported([await stored({ id: 'een-andere' }), file])).rejects.toMatchObject({ code: refused })
    await expect(readdir(out())).rejects.toMatchObject({ code: 'ENOENT' })
  })
})
