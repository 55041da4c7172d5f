import type { RunnerPorts } from './ports.ts'
import { writtenKeptPage } from './kept-page.ts'
import { hiddenField } from './sent-form.ts'
import { whereabouts } from './show-page.ts'

/**
 * Goes on here with answers that the server keeps: those of a page that came from it with a form. Nothing changes on that
 * page. What nothing is kept of yet begins here by itself.
 *
 * @throws where the server does not give them
 */
export async function takeUp(
  { saving, answers }: Pick<RunnerPorts, 'saving' | 'answers'>,
  form: HTMLFormElement,
): Promise<void> {
  const field = (name: string): string => hiddenField(form, name)?.value ?? ''
  const [id, words] = [field('draft'), field('words')]
  if (id === '' || id.startsWith('new-')) return
  const carried = words === '' ? {} : { words }
  const { language, revision, asked, answers: soFar } = await answers(id, carried)
  const where = whereabouts(form.ownerDocument)
  const page = writtenKeptPage(where)
  const screen = where?.screen ?? ''
  saving.begin({ id, code: field('access'), language, revision, asked, answers: soFar, page, screen, ...carried })
}
