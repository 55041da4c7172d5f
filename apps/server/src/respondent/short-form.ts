import { finding } from '@klankbord/model'
import { readLook, type Look } from '@klankbord/pages'
import { refused } from '../http/refused-request.ts'
import type { FormFields } from '../http/route.ts'

/** A form of a page that has no questions. */
export interface ShortForm {
  /** The button that was pressed; `language` also where the page is shown once more in another look. */
  readonly go: string
  /** The language that was chosen, else that of the page, unchecked. */
  readonly language: string
  readonly look: Look
  /** What stands in a field; empty where it has none. */
  field(name: string): string
}

/** Every page of ours has these. */
const OF_EVERY_FORM: readonly string[] = ['go', 'language', 'look']

/**
 * Reads a form of a page that has no questions.
 *
 * @param names the fields that the page has of its own
 * @throws RefusedRequest `bodyRefused` when it has any other
 */
export function readShortForm(body: FormFields, names: readonly string[]): ShortForm {
  const known = new Set([...OF_EVERY_FORM, ...names])
  const count = Object.keys(body).filter((name) => !known.has(name)).length
  if (count > 0) throw refused('bodyRefused', { fields: ['/form'] }, [finding('unknownFormField', '/form', { count })])
  const field = (name: string): string => (typeof body[name] === 'string' ? body[name] : '')
  const look = readLook(body)
  const [go = '', chosen] = look.open === true ? ['language'] : field('go').split(':')
  return { go, language: chosen ?? field('language'), look, field }
}
