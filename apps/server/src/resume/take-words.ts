import { isProblem, type WaveMode } from '@klankbord/model'
import {
  draftField,
  LOCKED_FIELD,
  readDraftField,
  readWords,
  renderResume,
  resumeWord,
  typedWords,
  withoutWord,
  withWord,
  WORD_FIELDS,
  wordsField,
  type PageContext,
  type ResumeState,
  type TypedWords,
} from '@klankbord/pages'
import { progress } from '@klankbord/questionnaire'
import { mayBegin, readCode, type Entrance } from '../access/code-entrance.ts'
import type { Reply } from '../http/reply.ts'
import type { FormFields } from '../http/route.ts'
import { respondentPage } from '../respondent/form-visit.ts'
import { randomId } from '../randomness.ts'
import { readShortForm } from '../respondent/short-form.ts'
import { languageFor } from '../respondent/visit.ts'
import { findByWords, type FoundDraft } from './find-by-words.ts'

/** The form of the page with the words. */
export interface WordsForm {
  /** The button that was pressed, with what it carries. */
  readonly button: string
  readonly typed: TypedWords
  readonly access: string
  /** A form of another page that goes along. */
  readonly locked: NonNullable<ResumeState['locked']>
}

/** Where the code is not kept with answers, who goes on needs it again. */
export function asksForCode(mode: WaveMode): boolean {
  return mode === 'codeAnonymous'
}

/**
 * Reads the form of the page with the words.
 *
 * @throws RefusedRequest `bodyRefused` for what no page of ours sends
 */
export function readWordsForm(
  body: FormFields,
  opened: Parameters<typeof languageFor>[0],
): WordsForm & Pick<PageContext, 'language' | 'look'> {
  const carried = Object.keys(body).filter((name) => name.startsWith(LOCKED_FIELD))
  const { go, language, look, field } = readShortForm(body, [...WORD_FIELDS, 'access', ...carried])
  const button = go === 'language' ? go : field('go')
  return {
    button,
    typed: typedWords(field),
    access: field('access'),
    locked: carried.flatMap((name) =>
      [body[name] ?? []].flat().map((value) => [name.slice(LOCKED_FIELD.length), value] as const),
    ),
    language: languageFor(opened, button === 'language' ? language : field('language')),
    look,
  }
}

/** What follows on the form: the page once more, or the form with which somebody goes on where they were. */
export async function takeWords(
  entrance: Entrance,
  page: PageContext,
  form: WordsForm,
): Promise<{ readonly reply: Reply } | { readonly form: FormFields }> {
  const again = (state: ResumeState, status = 200): { readonly reply: Reply } => ({
    reply: wordsPage(page, form, state, status),
  })
  const [button, chosen = ''] = form.button.split(':')
  if (button === 'language') return again({})
  if (button === 'pick')
    return again({ typed: withWord(form.typed, chosen, page.language), open: resumeWord(chosen)?.theme ?? null })
  if (button === 'take') return again({ typed: withoutWord(form.typed, Number(chosen) - 1) })
  const read = readWords(form.typed, page.language)
  if ('slips' in read) return again({ slips: read.slips }, 422)
  try {
    const refused = await codeRefusal(entrance, form)
    if (refused !== null) return again({ access: refused }, 422)
    const found = await findByWords(entrance, read.names)
    return found === null ? again({ error: 'wrong' }, 422) : { form: formToGoOn(entrance, page, form, found) }
  } catch (error) {
    if (!isProblem(error, 'tooManyRequests')) throw error
    const { reply } = again({ error: 'tooMany' }, 429)
    return { reply: { ...reply, headers: { ...reply.headers, 'Retry-After': String(error.details.seconds) } } }
  }
}

/** The page with the words as they stand in its form. */
function wordsPage(page: PageContext, { typed, access, locked }: WordsForm, state: ResumeState, status: number): Reply {
  const html = renderResume(page, {
    typed,
    ...(asksForCode(page.mode) && { access: { code: access } }),
    ...(locked.length > 0 && { locked }),
    ...state,
  })
  return respondentPage(status, html)
}

/** What is wrong with the access code, where one is asked for again; null where nothing is. */
async function codeRefusal(
  entrance: Entrance,
  { access }: WordsForm,
): Promise<NonNullable<ResumeState['access']> | null> {
  if (!asksForCode(entrance.opened.wave.mode)) return null
  const read = readCode(entrance, access)
  if ('slip' in read) return { code: access, error: read.slip }
  return (await mayBegin(entrance, read.hash)) ? null : { code: access, error: { kind: 'checkSign' } }
}

/** The form that a page would have sent that stood where somebody stopped; or what was typed on a page that was locked. */
function formToGoOn(
  { opened, context: { randomness } }: Entrance,
  page: PageContext,
  form: WordsForm,
  { draft, content, words }: FoundDraft,
): FormFields {
  const access = asksForCode(page.mode) ? form.access : content.access
  const carried = {
    language: page.language,
    words: wordsField(words),
    ...(page.look !== undefined && { look: page.look.on.join(' ') }),
    ...(access !== undefined && access !== '' && { access }),
  }
  const locked = fieldsOf(form.locked)
  // A page from before anything was kept carries its id with a mark.
  if (readDraftField([locked['draft'] ?? ''].flat()[0] ?? '').id === draft.id)
    return { ...locked, draft: keptField(String(locked['draft'])), ...carried }
  const { next } = content.done
    ? progress(opened.questionnaire, content.answers, content.screen, page.clock)
    : { next: content.screen }
  const known = opened.questionnaire.screens.some(({ id }) => id === next)
  return {
    ...carried,
    go: known ? `resume:${next}` : 'resume',
    draft: draftField({ ...draft, device: randomId(randomness).slice(0, MARK) }),
  }
}

/** Signs of the mark of a device: enough to tell those apart that are at the same answers. */
const MARK = 8

/** A page from before anything was kept carries what it knew of it: nothing. */
function keptField(field: string): string {
  const { id, kept } = readDraftField(field)
  return kept ? field : `0-${id}`
}

function fieldsOf(pairs: WordsForm['locked']): FormFields {
  const fields: Record<string, string | string[]> = {}
  for (const [name, value] of pairs) {
    const before = fields[name]
    fields[name] = before === undefined ? value : [before, value].flat()
  }
  return fields
}
