import { pointer } from '@klankbord/model'
import type { Fields } from './fields.ts'
import type { FindingList } from './finding-list.ts'

/** What survey-core takes for something of its own between braces: about the survey, an option, or a panel. */
const RESERVED: ReadonlySet<string> = new Set([
  'locale',
  'pageno',
  'pagecount',
  'questioncount',
  'correctanswers',
  'correctedanswers',
  'correctedanswercount',
  'incorrectanswers',
  'incorrectedanswers',
  'incorrectedanswercount',
  'self',
  'item',
  'choice',
  'panel',
  'prevpanel',
  'nextpanel',
  'panelindex',
  'visiblepanelindex',
])

/** Reports a name that a condition or a text in another SurveyJS tool would read as something else than its answer. */
export function reportReserved(fields: Fields, list: FindingList): void {
  const name = fields.string('name')
  if (name === undefined || !RESERVED.has(name)) return
  list.block('reservedName', pointer(fields.path, 'name'), { name, element: fields.element }, () => `${name}_1`)
}
