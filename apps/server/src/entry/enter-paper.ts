import { problem, type Clock, type PaperFormState } from '@klankbord/model'
import { askedAnswers, check, markEmpties, maskAnswers } from '@klankbord/questionnaire'
import {
  accessCodeState,
  enterPaperForm,
  findPaperEntryWay,
  findStored,
  openPaper,
  paperEntriesOf,
  sealPaper,
  type Arrival,
  type PaperDecision,
  type PaperEntry,
  type PaperForm,
  type Schema,
} from '@klankbord/storage'
import type { Kysely } from 'kysely'
import { mayBegin, plausibleCode, type Entrance } from '../access/code-entrance.ts'
import { todayAt } from '../clock.ts'
import { refused } from '../http/refused-request.ts'
import { randomId } from '../randomness.ts'
import { markTryOut } from '../respondent/mark-try-out.ts'
import { arrivalOf } from '../respondent/store-checked.ts'
import { referenceOf } from '../respondent/visit.ts'
import {
  decided,
  differencesOf,
  formHash,
  formNumber,
  idOfForm,
  nameOfSealed,
  refuseUnknownMarks,
  type Choices,
  type TypedForm,
} from './typed-form.ts'

/** What somebody typed of a form, and what they decided about what another person typed. */
export interface GivenForm extends Omit<TypedForm, 'answers' | 'form'> {
  /** The number or the code that stands on it, as it was typed. */
  readonly form: string
  /** Anything, as it came in. */
  readonly answers: unknown
  readonly decision: { readonly choices: Choices; readonly seen: string } | null
}

/** A form that somebody has in hand. */
interface FormInHand {
  readonly entrance: Entrance
  readonly form: PaperForm
  /** Null where it has a code. */
  readonly number: string | null
  readonly typist: string
}

/**
 * Takes a form that somebody typed: kept until another person typed it too; stored as one response, and forgotten, when both
 * typed the same or it was decided with the paper in hand what stands on it. Where a wave has its forms typed once, it is
 * stored at once.
 *
 * @throws Problem `accessCodeRefused`, `paperFormStored`, `paperFormTaken`, `paperFormChanged`, `paperEntryClosed`,
 *   `unknownMark`, those of storing; RefusedRequest `answersRefused`
 */
export async function enterPaper(entrance: Entrance, typist: string, given: GivenForm): Promise<PaperFormState> {
  const { context, opened } = entrance
  const inHand = await formInHand(entrance, typist, given.form)
  const typed = typedForm(inHand, given)
  const paper = await findPaperEntryWay(context.database.db, inHand.form)
  const sealed = sealedForm(inHand, typed)
  let state: PaperFormState = { state: 'stored' }
  await markTryOut(context, opened)
  await enterPaperForm(context.database.db, inHand.form, typist, async (trx, { other }): Promise<PaperDecision> => {
    await refuseStored(trx, inHand)
    if (other === null && paper === 'single') return { store: arrival(inHand, typed) }
    const found = other === null ? WAITS : comparison(inHand, typed, other, given.decision)
    if ('settled' in found) return { store: arrival(inHand, found.settled) }
    state = found
    return { keep: found.state, sealed }
  })
  return state
}

/** What is known of a form that somebody has in hand: what they typed themselves, and where another person typed otherwise. */
export async function lookAtForm(
  entrance: Entrance,
  typist: string,
  given: string,
): Promise<PaperFormState & { readonly own: TypedForm | null }> {
  const { db } = entrance.context.database
  const inHand = await formInHand(entrance, typist, given)
  await refuseStored(db, inHand)
  const entries = await paperEntriesOf(db, inHand.form)
  const own = entries.find(({ enteredBy }) => enteredBy === typist)
  const other = entries.find(({ enteredBy }) => enteredBy !== typist)
  if (own === undefined) {
    if (entries.length === 2) throw problem('paperFormTaken', {})
    return { state: 'new', own: null }
  }
  const typed = openedEntry(inHand, own)
  const found = other === undefined ? WAITS : comparison(inHand, typed, other, null)
  return { ...('settled' in found ? WAITS : found), own: typed }
}

const WAITS: PaperFormState & { readonly state: 'waits' } = { state: 'waits' }

type Found = Extract<PaperFormState, { readonly state: 'waits' | 'differs' }> | { readonly settled: TypedForm }

function comparison(inHand: FormInHand, typed: TypedForm, other: PaperEntry, decision: GivenForm['decision']): Found {
  const { questionnaire } = inHand.entrance.opened
  const theirs = openedEntry(inHand, other)
  const differences = differencesOf(questionnaire, typed, theirs, today(inHand))
  if (differences.length === 0) return { settled: typed }
  const seen = nameOfSealed(other.sealed)
  if (decision === null || differences.some(({ key }) => !Object.hasOwn(decision.choices, key)))
    return { state: 'differs', differences, seen }
  if (decision.seen !== seen) throw problem('paperFormChanged', {})
  return { settled: decided(questionnaire, typed, theirs, decision.choices) }
}

/** A code is looked up within the limits of all who try codes: whoever types forms cannot find one by trying. */
async function formInHand(entrance: Entrance, typist: string, given: string): Promise<FormInHand> {
  const { context, opened: wave } = entrance
  const here = referenceOf(wave)
  if (wave.wave.mode === 'open') {
    const number = formNumber(given)
    const hash = formHash(context.settings.keys.accessCodes, here, number)
    return { entrance, typist, number, form: { ...here, formHash: hash } }
  }
  const hash = plausibleCode(entrance, given)
  if (hash === null || !(await mayBegin(entrance, hash))) throw problem('accessCodeRefused', {})
  return { entrance, typist, number: null, form: { ...here, formHash: hash } }
}

/** Looked at again when nobody else can store this form at the same moment. */
async function refuseStored(db: Kysely<Schema>, { entrance, form, number }: FormInHand): Promise<void> {
  if (number === null) {
    if ((await accessCodeState(db, form, form.formHash)) !== 'unused') throw problem('accessCodeRefused', {})
    return
  }
  const id = idOfForm(entrance.context.settings.keys.accessCodes, form, number)
  if ((await findStored(db, form, id)) !== null) throw problem('paperFormStored', {})
}

function typedForm(inHand: FormInHand, { answers, marks, language, help }: GivenForm): TypedForm {
  const { questionnaire } = inHand.entrance.opened
  refuseUnknownMarks(questionnaire, marks)
  const masked = maskAnswers(questionnaire, answers)
  const result = check(questionnaire, masked, today(inHand))
  const findings = (result.ok ? [] : result.findings).filter(({ code }) => code !== 'answerNotAsked')
  if (findings.length > 0) throw refused('answersRefused', { findings: findings.length }, findings)
  // Nothing but answers to what was not asked was found in them, and those go.
  const standing = askedAnswers(questionnaire, masked as TypedForm['answers'], today(inHand))
  return { answers: standing, marks, language, help, form: inHand.number }
}

function arrival(inHand: FormInHand, typed: TypedForm): Arrival {
  const { entrance, number, form } = inHand
  const { context, opened: wave } = entrance
  const { questionnaire } = wave
  const result = check(questionnaire, askedAnswers(questionnaire, typed.answers, today(inHand)), today(inHand))
  if (!result.ok) throw refused('answersRefused', { findings: result.findings.length }, result.findings)
  return arrivalOf(context, wave, {
    id: number === null ? randomId(context.randomness) : idOfForm(context.settings.keys.accessCodes, form, number),
    checked: markEmpties(result.checked, typed.marks),
    language: typed.language,
    withdrawalHash: null,
    codeHash: number === null ? form.formHash : null,
    channel: 'paper',
    help: typed.help,
  })
}

function sealedForm({ entrance: { context }, form, typist }: FormInHand, typed: TypedForm): Buffer {
  const random = (count: number): Uint8Array => context.randomness.bytes(count)
  return sealPaper(typed, context.settings.keys.accessCodes, form, typist, random)
}

/** @throws Problem `paperEntryClosed` */
function openedEntry({ entrance: { context }, form }: FormInHand, { sealed, enteredBy }: PaperEntry): TypedForm {
  const typed = openPaper(sealed, context.settings.keys.accessCodes, form, enteredBy)
  if (typed === null) throw problem('paperEntryClosed', {})
  return typed as TypedForm
}

const today = ({ entrance }: FormInHand): Clock => todayAt(entrance.context.clock.now())
