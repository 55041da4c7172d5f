import { readDraftField } from '@klankbord/pages/browser'
import type { RunnerPorts } from './ports.ts'
import { writtenKeptPage } from './kept-page.ts'
import { hiddenField } from './sent-form.ts'
import { whereabouts } from './show-page.ts'

/**
 * Goes on here with answers that the server keeps: those of a page that came from it with a form. Nothing changes on that
 * page. What nothing is kept of yet begins here by itself.
 *
 * @throws where the server does not give them, or another device changed them since
 */
export async function takeUp(
  { saving, answers }: Pick<RunnerPorts, 'saving' | 'answers'>,
  form: HTMLFormElement,
): Promise<void> {
  const field = (name: string): string => hiddenField(form, name)?.value ?? ''
  const { id, kept, revision, device } = readDraftField(field('draft'))
  if (!kept || id === '') return
  const carried = field('words') === '' ? {} : { words: field('words') }
  const held = await answers(id, carried)
  // Which of the two to go on with is for the server to ask.
  if (held.device !== device && held.revision !== revision) throw new TypeError('changed on another device')
  const where = whereabouts(form.ownerDocument)
  saving.begin({
    id,
    code: field('access'),
    language: held.language,
    answers: held.answers,
    asked: held.asked,
    revision: held.revision,
    page: writtenKeptPage({ ...where, practises: field('on.page') === 'practice' }),
    screen: where?.screen ?? '',
    ...(device !== '' && { device }),
    ...carried,
  })
}
