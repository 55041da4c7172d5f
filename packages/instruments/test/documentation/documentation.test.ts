import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '@klankbord/questionnaire'
import { EXTERNAL_INSTRUMENTS, INSTRUMENTS } from '../../src/index.ts'
import { documentation } from './documentation.ts'

const folder = new URL('../../../../docs/instruments/', import.meta.url)
const pages = documentation()

describe('somebody who reads about an instrument', () => {
  it.each([...pages.keys()])('finds in %s what the data say today', (name) => {
    expect(readFileSync(new URL(name, folder), 'utf8')).toBe(pages.get(name))
  })

  it('finds no page of an instrument that is gone', () => {
    const there = readdirSync(folder).filter((name) => name.endsWith('.md'))
    expect(there.toSorted()).toEqual([...pages.keys(), 'pictograms.md'].toSorted())
  })

  it.each(INSTRUMENTS.map((instrument) => [instrument.id, instrument] as const))(
    'finds every question of %s with its answers, in Dutch and in English',
    (id, { definition }) => {
      const page = pages.get(`${id}.md`) ?? ''
      const questions = compile(definition).questionnaire?.questions ?? []
      const texts = questions.flatMap((question) => [
        question.title,
        ...('options' in question ? question.options.map(({ text }) => text) : []),
      ])
      const missing = texts
        .flatMap((text) => [text['nl'] ?? '', text['en'] ?? ''])
        .filter((text) => !page.includes(text))
      expect(missing).toEqual([])
    },
  )

  it('reads once what holds for questions that stand together', () => {
    const page = pages.get('youth-and-parents.md') ?? ''
    const section = page.slice(page.indexOf('### De hulp zelf'), page.indexOf('### Wat de hulp je oplevert'))
    for (const said of ['theme `quality`', 'asked if', 'Ben je het eens met deze zin?'])
      expect([said, section.split(said).length - 1]).toEqual([said, 1])
    for (const { name } of compile(INSTRUMENTS.find(({ id }) => id === 'youth-and-parents')?.definition).questionnaire
      ?.questions ?? [])
      expect(page).toContain(`. \`${name}\``)
  })

  it('is led from the list to every page', () => {
    const list = pages.get('README.md') ?? ''
    expect(INSTRUMENTS.filter(({ id }) => !list.includes(`(${id}.md)`))).toEqual([])
    expect(list).toContain('(external.md)')
    expect(EXTERNAL_INSTRUMENTS.filter(({ id }) => !pages.get('external.md')?.includes(`\`${id}\``))).toEqual([])
  })
})
