import { agreeingFigures, reopen, type AgreeingFigure, type PlacedNumber } from '@klankbord/disclosure'
import type { FigureReference, LocalizedText, Publication } from '@klankbord/model'
import { findPublication, listPublications } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'

/** A released figure that a number in a text may be, in words that a screen can show. */
export interface FigureToLink {
  readonly figure: FigureReference
  /** What was asked; null of the account. */
  readonly question: LocalizedText | null
  /** Null of everybody. */
  readonly group: LocalizedText | null
  /** The answers that it counts; empty where it counts none. */
  readonly answers: readonly LocalizedText[]
  readonly value: Omit<AgreeingFigure['value'], 'status'>
}

/** A question of which the latest publication has a table of everybody. */
export interface PublishedQuestion {
  /** Id of its table. */
  readonly table: string
  readonly label: LocalizedText
  readonly theme: string | null
}

/** What texts of a study can point to, as its latest publication shows it. */
export interface LinkableFigures {
  /** On which advice can be based; on their themes authors can comment. */
  readonly questions: readonly PublishedQuestion[]
  readonly figuresFor: (number: Pick<PlacedNumber, 'readings'>) => readonly FigureToLink[]
}

/** More are no choice any more: the sentence can say more precisely what it means. */
const MOST = 12

/**
 * The figures of the latest publication of all respondents, a draft among them; nothing before there is one.
 *
 * @throws Problem as `reopen`
 */
export async function linkableFigures(
  { database: { db } }: ServerContext,
  study: { readonly id: string },
): Promise<LinkableFigures> {
  const summaries = (await listPublications(db, study.id)).filter(
    ({ state, organisationId }) => state !== 'withdrawn' && organisationId === null,
  )
  const latest = summaries.toSorted((a, b) => b.publishedOn.localeCompare(a.publishedOn) || b.edition - a.edition)[0]
  const stored = latest && (await findPublication(db, latest.id))
  if (!stored || stored.content === '') return { questions: [], figuresFor: () => [] }
  const publication = reopen(JSON.parse(stored.content))
  const wholes = publication.tables.filter(({ by }) => by === null)
  return {
    questions: wholes.map(({ id: table, subject: { label, theme = null } }) => ({ table, label, theme })),
    figuresFor: ({ readings }) =>
      agreeingFigures(readings, publication, MOST).map(({ figure, value: { status: _, ...value } }) => ({
        figure,
        ...wordsOf(figure, publication),
        value,
      })),
  }
}

function wordsOf(
  figure: FigureReference,
  { tables, numbers = [] }: Publication,
): Pick<FigureToLink, 'question' | 'group' | 'answers'> {
  if ('account' in figure) return { question: null, group: null, answers: [] }
  const table = 'table' in figure ? tables.find(({ id }) => id === figure.table) : undefined
  const found = table ?? numbers.find(({ id }) => 'numbers' in figure && id === figure.numbers)
  const group = figure.group === null ? undefined : found?.groups.find(({ code }) => code === figure.group)
  const codes = 'answers' in figure ? figure.answers : []
  return {
    question: found?.subject.label ?? null,
    group: group?.label ?? null,
    answers: (table?.categories ?? []).filter(({ code }) => codes.includes(code)).map(({ label }) => label),
  }
}
