import { contentHash } from '@klankbord/model'

/** Stands in everything that was planted; no answer may hold it. */
export const PLANTED = 'Onbeschermde Buurt'

type Json = Readonly<Record<string, unknown>>

/** A way to change a publication as it lies in a database or a file. It is given as JSON, and given back so. */
export interface Tampering {
  readonly what: string
  readonly change: (content: Json) => Json
  /** What `reopen` says of it. */
  readonly refused: 'publicationAltered' | 'publicationMalformed' | 'publicationUnprotected'
}

/**
 * What somebody could put in the place of a publication: changed figures, a verdict that is not "safe", another hash, and tables
 * that were never protected, with the hash that belongs to them. Every one says `PLANTED` in the title of its study.
 */
export const TAMPERINGS: readonly Tampering[] = [
  { what: 'a changed count', change: (content) => marked(changedCount(content)), refused: 'publicationAltered' },
  {
    what: 'a changed verdict',
    change: (content) =>
      resealed({ ...marked(content), disclosure: { ...partOf(content, 'disclosure'), verdict: 'unsafe' } }),
    refused: 'publicationMalformed',
  },
  {
    what: 'a wrong hash',
    change: (content) => ({ ...marked(content), hash: '0'.repeat(64) }),
    refused: 'publicationAltered',
  },
  {
    what: 'a table of counts that was not protected',
    change: (content) => resealed({ ...marked(content), tables: [...tablesOf(content), countTable(content)] }),
    refused: 'publicationMalformed',
  },
  {
    what: 'a small group that is shown',
    change: (content) => resealed({ ...marked(content), tables: withFirstGroup(content, 3) }),
    refused: 'publicationUnprotected',
  },
  {
    what: 'a rare answer to a sensitive question that is shown',
    change: (content) => resealed({ ...marked(content), tables: sensitive(withFirstGroup(content, 40)) }),
    refused: 'publicationUnprotected',
  },
]

const partOf = (content: Json, key: string): Json => content[key] as Json
const tablesOf = (content: Json): readonly Json[] => content['tables'] as readonly Json[]
const marked = (content: Json): Json => ({
  ...content,
  study: { ...partOf(content, 'study'), title: { nl: PLANTED, en: PLANTED } },
})

function resealed({ hash: _, ...content }: Json): Json {
  return { ...content, hash: contentHash(content) }
}

function changedCount(content: Json): Json {
  const account = partOf(content, 'account')
  return { ...content, account: { ...account, answered: (account['answered'] as number) + 1 } }
}

/** A table as it is counted: with the rows that protection takes out. */
function countTable(content: Json): Json {
  const [{ id, kind, subject, categories } = {}] = tablesOf(content)
  const base = { total: 3, asked: 3, answered: 3, valid: 3, empties: {} }
  const counts = [(categories as readonly unknown[]).map((_, column) => (column === 0 ? 3 : 0))]
  const by = { name: 'buurt', label: { nl: PLANTED }, sensitive: false }
  return {
    id: `${String(id)}×buurt`,
    kind,
    subject,
    by,
    categories,
    groups: [{ code: 1, label: {}, population: null }],
    counts,
    bases: [base],
  }
}

/** The first table with its first group made of so many people, of whom one gave the first answer. */
function withFirstGroup(content: Json, people: number): readonly Json[] {
  const [table = {}, ...others] = tablesOf(content)
  const [group = {}] = table['groups'] as readonly Json[]
  const base = { total: people, asked: people, answered: people, valid: people, empties: {} }
  const cells = (table['categories'] as readonly unknown[]).map((_, column) => {
    const count = column === 0 ? 1 : column === 1 ? people - 1 : 0
    return { status: 'shown', count, share: count / people, low: 0, high: 1 }
  })
  const { code, label, population } = group
  const shown = { code, label, population, status: 'shown', base, cells, positive: null, verdict: 'notTested' }
  return [{ ...table, groups: [shown] }, ...others]
}

const sensitive = ([first = {}, ...others]: readonly Json[]): readonly Json[] => [
  { ...first, subject: { ...partOf(first, 'subject'), sensitive: true } },
  ...others,
]
