import type { PublicationState } from '@klankbord/model'
import { findPublication, listPublications, type Wave } from '@klankbord/storage'
import { z } from 'zod'
import type { ServerContext } from '../context.ts'
import { isFromAnswer } from './quote-text.ts'

/** A publication that quotes an answer. */
export interface QuotingEdition {
  readonly id: string
  readonly edition: number
  /** Withdrawn editions are shown to nobody, and stand in the database all the same. */
  readonly state: PublicationState
}

/** It need not be as it was sealed: an altered one quotes as well. */
const QUOTING = z.object({ quotes: z.array(z.object({ question: z.string(), text: z.string() })).default([]) })

/** The publications of a wave in which words of this answer stand as a quote. */
export async function editionsQuoting(
  { database: { db } }: ServerContext,
  { studyId, id: waveId }: Wave,
  variable: string,
  answer: string,
): Promise<readonly QuotingEdition[]> {
  const editions = (await listPublications(db, studyId)).filter((one) => one.waveId === waveId)
  const stored = await Promise.all(editions.map(({ id }) => findPublication(db, id)))
  return stored.flatMap((found) => {
    if (found === null || found.content === '') return []
    const { quotes } = QUOTING.parse(JSON.parse(found.content))
    const quoting = quotes.some(({ question, text }) => question === variable && isFromAnswer(text, answer))
    return quoting ? [{ id: found.id, edition: found.edition, state: found.state }] : []
  })
}
