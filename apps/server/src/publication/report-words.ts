import { authoredTextsShape, figureReferenceShape, numbersToDecide, type PlacedNumber } from '@klankbord/disclosure'
import { pointer, problem, type AuthoredTexts, type FigureReference, type NumberDecision } from '@klankbord/model'
import { labelsOf, type PublishInput } from '@klankbord/reporting'
import { findReportWords, saveReportWords, type Study } from '@klankbord/storage'
import { z } from 'zod'
import { todayAt } from '../clock.ts'
import type { ServerContext } from '../context.ts'
import { linkableFigures, type FigureToLink, type PublishedQuestion } from './figures-to-link.ts'

/** A number in the texts of a study, with what was decided of it; without a figure it is open. */
export interface DecidedNumber extends Pick<PlacedNumber, 'place' | 'field' | 'language' | 'words' | 'sentence'> {
  /** Null: it is not about who took part. */
  readonly figure?: FigureReference | null
  readonly by?: string
  /** ISO date. */
  readonly on?: string
  /** Figures of the latest publication that say the same; absent where none does. */
  readonly candidates?: readonly FigureToLink[]
}

/** What authors say with the figures of a study, as a file or a screen shows it. */
export interface WordsOfStudy extends AuthoredTexts {
  readonly numbers: readonly DecidedNumber[]
  /** None before something was published. */
  readonly questions: readonly PublishedQuestion[]
  readonly revision: number
}

const NUMBER = z.strictObject({
  place: z.string().regex(/^[0-9a-f]{16}$/),
  figure: figureReferenceShape.nullable().optional(),
  field: z.string().optional(),
  language: z.string().optional(),
  words: z.string().max(4000).optional(),
  sentence: z.string().optional(),
  by: z.string().optional(),
  on: z.string().optional(),
  candidates: z.unknown().optional(),
})
const REST = z.object({
  numbers: z.array(NUMBER).max(2000).default([]),
  questions: z.unknown().optional(),
  revision: z.int().min(0).optional(),
})

/** What authors of a study said, with every number in it and in the labels of its plan. */
export async function wordsOfStudy(context: ServerContext, study: Study): Promise<WordsOfStudy> {
  const { authored, decisions, revision } = await findReportWords(context.database.db, study.id)
  const decided = new Map(decisions.map((decision) => [decision.place, decision]))
  const found = numbersToDecide(authored, labelsOf(study.plan))
  const { questions, figuresFor } = await linkableFigures(context, study)
  const numbers = found.map((number): DecidedNumber => {
    const { place, field, language, words, sentence } = number
    const { figure, by, on } = decided.get(place) ?? {}
    const candidates = figuresFor(number)
    const open = { place, field, language, words, sentence, ...(candidates.length > 0 && { candidates }) }
    return figure === undefined || by === undefined || on === undefined ? open : { ...open, figure, by, on }
  })
  return { ...authored, numbers, questions, revision }
}

/**
 * Saves what authors say, with what they decided of its numbers. Who decided something first keeps standing for it; what is
 * new is of `by`, today.
 *
 * @param typed as `wordsOfStudy` gives it: of a number only its place and figure count. Without a revision it replaces what is there
 * @throws Problem `textsMalformed`, `staleRevision`
 */
export async function saveWords(
  context: ServerContext,
  study: Study,
  typed: unknown,
  by: string,
): Promise<WordsOfStudy> {
  const { authored, numbers, revision } = readWords(typed)
  const stored = await findReportWords(context.database.db, study.id)
  const before = new Map(stored.decisions.map((decision) => [decision.place, decision]))
  const found = new Map(numbersToDecide(authored, labelsOf(study.plan)).map((number) => [number.place, number.words]))
  const on = todayAt(context.clock.now()).today
  const decisions = numbers.flatMap(({ place, figure, words }): readonly NumberDecision[] => {
    if (figure === undefined) return []
    const earlier = before.get(place)
    if (earlier !== undefined && JSON.stringify(earlier.figure) === JSON.stringify(figure)) return [earlier]
    return [{ place, words: found.get(place) ?? words ?? '', figure, by, on }]
  })
  const change = { authored, decisions, revision: revision ?? stored.revision }
  await saveReportWords(context.database.db, study.id, change)
  return wordsOfStudy(context, study)
}

/** What a publication takes of them. */
export async function wordsToPublish(
  { database }: ServerContext,
  studyId: string,
): Promise<Required<Pick<PublishInput, 'texts' | 'decisions'>>> {
  const { authored, decisions } = await findReportWords(database.db, studyId)
  return { texts: authored, decisions }
}

function readWords(typed: unknown): {
  readonly authored: AuthoredTexts
  readonly numbers: z.output<typeof REST>['numbers']
  readonly revision: number | undefined
} {
  const rest = REST.safeParse(typed)
  if (!rest.success) throw malformed(rest.error)
  const words = Object.fromEntries(Object.entries(typed as object).filter(([key]) => !(key in REST.shape)))
  const authored = authoredTextsShape.safeParse(words)
  if (!authored.success) throw malformed(authored.error)
  return { authored: authored.data as AuthoredTexts, numbers: rest.data.numbers, revision: rest.data.revision }
}

function malformed({ issues }: z.ZodError): ReturnType<typeof problem> {
  const [issue] = issues
  const path = pointer('', ...(issue?.path ?? []).map(String))
  return problem('textsMalformed', { path, expected: issue?.message ?? '' })
}
