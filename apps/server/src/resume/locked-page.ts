import { renderResume, type PageContext } from '@klankbord/pages'
import type { Reply } from '../http/reply.ts'
import type { FormFields } from '../http/route.ts'
import { respondentPage } from '../respondent/form-visit.ts'
import { asksForCode } from './take-words.ts'

/** What the page with the words says anew, whatever the form said. */
const SAID_ANEW: ReadonlySet<string> = new Set(['words', 'language', 'look', 'access'])

/**
 * The page with the words, for a form from a page that stayed open from before somebody stopped: what was typed on it goes
 * along, and is kept as soon as the words are there.
 */
export function lockedPage(page: PageContext, fields: FormFields): Reply {
  const locked = Object.entries(fields)
    .filter(([name]) => !SAID_ANEW.has(name))
    .flatMap(([name, values]) => [values].flat().map((value) => [name, value] as const))
  const access = asksForCode(page.mode) ? { access: { code: page.access ?? '' } } : {}
  return respondentPage(409, renderResume(page, { locked, ...access }))
}
