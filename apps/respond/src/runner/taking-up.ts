import { readDraftField } from '@klankbord/pages/browser'
import type { RunnerPorts } from './ports.ts'
import { writtenKeptPage } from './kept-page.ts'
import { encodedForm } from './sent-form.ts'

/**
 * Goes on here with answers that the server keeps: those of a page that came from it with a form. Nothing changes on that
 * page. What nothing is kept of yet begins here by itself.
 *
 * @throws where the server does not give them, or another device changed them since
 */
export async function takeUp(ports: Pick<RunnerPorts, 'saving' | 'answers'>, form: HTMLFormElement): Promise<void> {
  await takeUpFields(ports, encodedForm(form, null))
}

/**
 * The same of a page that stood there before a reload.
 *
 * @param sent its form as it would have been sent; what is kept of a page that was shown here is none
 */
export async function takeUpFields(
  { saving, answers }: Pick<RunnerPorts, 'saving' | 'answers'>,
  sent: string,
): Promise<void> {
  const fields = new URLSearchParams(sent)
  const field = (name: string): string => fields.get(name) ?? ''
  const { id, kept, revision, device } = readDraftField(field('draft'))
  if (!kept || id === '') return
  const carried = field('words') === '' ? {} : { words: field('words') }
  const held = await answers(id, carried)
  // Which of the two to go on with is for the server to ask.
  if (held.device !== device && held.revision !== revision) throw new TypeError('changed on another device')
  const where = { screen: field('screen'), seen: field('seen') }
  saving.begin({
    id,
    code: field('access'),
    language: held.language,
    answers: held.answers,
    asked: held.asked,
    revision: held.revision,
    page: writtenKeptPage({ ...where, practises: field('on.page') === 'practice' }),
    screen: where.screen,
    ...(device !== '' && { device }),
    ...carried,
  })
}
