import { Readable, type Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeResponsesCsv } from '@klankbord/exchange'
import type { CheckedAnswers, Codebook, PackedAnswers } from '@klankbord/model'
import { codebook, unpack } from '@klankbord/questionnaire'
import { countResponses, readAnswers } from '@klankbord/storage'
import type { ServerContext } from '../context.ts'
import type { OpenedWave } from '../respondent/opened-wave.ts'
import { waveAt } from '../respondent/visit.ts'
import { refuseTryOut } from '../waves/refuse-try-out.ts'
import { audit } from '../staff/audit.ts'
import { policyOf } from '../study/study-policy.ts'
import type { ExitCode } from './exit-code.ts'
import { statedLook, writeDown } from './looks/stated-look.ts'
import { toFile } from './new-file.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { readerGone } from './terminal.ts'
import { inWorkplace, publicUrlOf } from './workplace.ts'

export interface ExportOptions {
  readonly data: string
  readonly wave: string
  readonly out?: string
  /** Why single answers of an anonymous wave are looked at. */
  readonly purpose?: string
  /** Who looks. */
  readonly by?: string
}

/**
 * Writes the answers of a wave as CSV, row by row, in an order that says nothing about who came first. Of a wave with
 * anonymous codes only where a group may be read about, and after it was written down who looks and why; 1 where not.
 */
export async function exportResponses(place: Surroundings, options: ExportOptions): Promise<ExitCode> {
  const { data, wave, out } = options
  return inWorkplace(place, { data, publicUrl: publicUrlOf(place) }, async ({ context }) => {
    const opened = await waveAt(context, wave)
    refuseTryOut(opened.wave)
    const refusal = await refusalOrRecord(context, opened, options)
    if (refusal !== null) {
      place.terminal.warn(refusal)
      return 1
    }
    await write(place, responsesCsv(context, opened), out)
    return 0
  })
}

/** Why the rows may not be had, in a sentence; null when they may, and it was written down where somebody said why. */
async function refusalOrRecord(
  context: ServerContext,
  opened: OpenedWave,
  options: ExportOptions,
): Promise<string | null> {
  const { wave, study } = opened
  const { leastGroup: least } = policyOf(context, study)
  const look = statedLook(options)
  const responses = await countResponses(context.database.db, wave.studyId, wave.id)
  const anonymous = wave.mode === 'codeAnonymous'
  if (anonymous && look === null) return say('exportNeedsPurpose')
  if (anonymous && responses < least) return say('exportTooFew', { least })
  if (look !== null) await writeDown(context, opened, { ...look, what: 'responses', responses })
  await audit(context, null, {
    action: 'answers.exported',
    studyId: wave.studyId,
    // What for is kept with the look: it may name somebody.
    details: { wave: wave.id, responses, ...(look === null ? {} : { by: look.by }) },
  })
  return null
}

async function write(place: Surroundings, csv: AsyncIterable<string>, out: string | undefined): Promise<void> {
  if (out === undefined) return toReader(csv, place)
  let rows = -1
  await toFile(
    each(csv, () => (rows += 1)),
    out,
  )
  place.terminal.warn(say('exported', { rows, file: out }))
}

/** The file of a wave, piece by piece: the header, then one piece for each response. */
function responsesCsv({ database }: ServerContext, { wave, questionnaire }: OpenedWave): AsyncIterable<string> {
  const rows = readAnswers(database.db, wave.studyId, wave.id, wave.version)
  const hasOutcomes = questionnaire.calculatedValues?.some(({ outcome }) => outcome) === true
  return writeResponsesCsv(questionnaire, hasOutcomes ? withOutcomes(rows, codebook(questionnaire)) : rows)
}

/** The outcomes of answers that are not stored stand in the codes of a response only. */
async function* withOutcomes(
  rows: AsyncIterable<CheckedAnswers & PackedAnswers>,
  book: Codebook,
): AsyncIterable<CheckedAnswers> {
  for await (const row of rows) yield unpack(book, row, row.answers)
}

/** A reader that has seen enough, like `head`, closes the pipe: that is no fault. */
export async function toReader(csv: AsyncIterable<string>, { terminal }: Surroundings): Promise<void> {
  try {
    await pipeline(Readable.from(csv), terminal.output as Writable, { end: false })
  } catch (error) {
    if (!readerGone(error)) throw error
  }
}

async function* each(pieces: AsyncIterable<string>, seen: () => void): AsyncIterable<string> {
  for await (const piece of pieces) {
    seen()
    yield piece
  }
}
