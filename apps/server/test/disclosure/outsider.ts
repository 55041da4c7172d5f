import type { Publication, ReleasedTable } from '@klankbord/model'
import { reopen } from '@klankbord/disclosure'
import { expect } from 'vitest'
import { ask } from '../http/ask.ts'
import type { StartedServer } from '../started-server.ts'

/** Everybody for whom these answers are given: `{ district: 2, debts: 1 }`; 0 stands for no answer, and `any` for one. */
export type Who = Readonly<Record<string, number | 'any'>>

/** A number that somebody read, or what a reason says of one that is hidden. */
export interface Figure {
  readonly edition: number
  readonly who: Who
  readonly least: number
  readonly most: number
}

/** One edition as somebody keeps it: that of all people, or of those who are in a part. */
export interface Kept {
  readonly edition: number
  readonly within: Who
  readonly publication: Publication
  readonly figures: readonly Figure[]
}

/**
 * Fetches everything of a publication that can be reached from its page: every link to it in every language and for every audience, and every file.
 * Figures are read from each of them; nothing but the answers of the server is used.
 *
 * @param within who the publication is about, for who has that of one part
 */
export async function fetchAll(
  server: StartedServer,
  id: string,
  { edition, within = {}, cookie = '' }: { readonly edition: number; readonly within?: Who; readonly cookie?: string },
): Promise<Kept> {
  const texts = new Map<string, string>()
  const waiting = [`/r/${id}`, `/r/${id}.json`, `/r/${id}.csv`]
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (texts.has(address)) continue
    const { status, text } = await ask(server, address, { headers: { cookie } })
    expect([address, status]).toEqual([address, 200])
    texts.set(address, text)
    for (const [, link = ''] of text.matchAll(/(?:href|src)="([^"#]*)"/g)) {
      const linked = link.replaceAll('&amp;', '&')
      if (linked.includes(id) && linked.startsWith('/')) waiting.push(linked)
    }
  }
  const publication = reopen(JSON.parse(texts.get(`/r/${id}.json`) ?? ''))
  const files = [...texts].flatMap(([address, text]) => (address.includes('.json') ? [reopen(JSON.parse(text))] : []))
  const read = files.flatMap(({ selection }) => selection?.audience ?? [])
  expect(read.toSorted()).toEqual((publication.audiences ?? []).map(({ audience }) => audience).toSorted())
  const told = files.flatMap((file) => file.tables.flatMap((table) => figuresOf(table, edition, within, file)))
  const written = [...texts].flatMap(([address, text]) =>
    address.includes('.csv') ? csvFigures(text, edition, within) : [],
  )
  expect(written.length).toBeGreaterThan(0)
  return { edition, within, publication, figures: [...told, ...written] }
}

function figuresOf(
  { id: _, kind, subject, by, categories, groups }: ReleasedTable,
  edition: number,
  within: Who,
  { disclosure: { policy } }: Publication,
): readonly Figure[] {
  expect(kind).toBe('single')
  const told = groups.some((group) => group.status !== 'hidden' || group.reason === 'tooFew')
  return groups.flatMap((group): readonly Figure[] => {
    const row: Who = by ? { ...within, [by.name]: group.code ?? 0 } : within
    // Of groups and parts the reason does not say which of the hidden answers few gave.
    const isEverybody = by === null && Object.keys(within).length === 0
    const figure = (who: Who, least: number, most = least): Figure => ({
      edition,
      who: { ...row, ...who },
      least,
      most,
    })
    if (group.status === 'hidden') {
      if (group.reason === 'tooFew') return [figure({ [subject.name]: 'any' }, 0, policy.leastGroup - 1)]
      return told ? [figure({}, policy.leastGroup, Infinity)] : []
    }
    const cells = group.cells.map((cell, column): Figure => {
      const who = { [subject.name]: categories[column]?.code ?? 0 }
      if (cell.status === 'shown') return figure(who, cell.count)
      return isEverybody && cell.reason === 'sensitive'
        ? figure(who, 0, policy.sensitiveCell)
        : figure(who, 0, Infinity)
    })
    return [figure({}, group.base.total), figure({ [subject.name]: 'any' }, group.base.valid), ...cells]
  })
}

/** The counts in a CSV file, whose lines name their question, breakdown, group and answer. */
function csvFigures(text: string, edition: number, within: Who): readonly Figure[] {
  const [head = '', ...lines] = text.replace('\uFEFF', '').trim().split('\r\n')
  const columns = head.split(',')
  return lines.flatMap((line): readonly Figure[] => {
    const cells = line.split(',')
    const read = (name: string): string => cells[columns.indexOf(name)] ?? ''
    if (read('figure') !== 'answer' || read('count') === '') return []
    const row: Who = read('breakdown') === '' ? within : { ...within, [read('breakdown')]: Number(read('group')) }
    const count = Number(read('count'))
    return [{ edition, who: { ...row, [read('question')]: Number(read('answer')) }, least: count, most: count }]
  })
}
