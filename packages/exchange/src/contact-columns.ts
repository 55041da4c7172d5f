import { CONTACT_ROUTES, type Contact, type ContactRoute } from '@klankbord/model'

/** A column of a file of contacts. */
export interface ContactColumn {
  readonly header: string
  /** In words, what a cell may hold; it is said when one does not. */
  readonly expected: string
  /** Whether a cell that is not empty may be taken. */
  readonly takes: (cell: string) => boolean
}

const LINE = 200
const PRINTABLE = /^[^\p{Cc}\p{Cs}]*$/u
const EMAIL = /^[^\s@<>,;]{1,64}@[^\s@<>,;]+\.[^\s@<>,;]+$/u
const PHONE = /^\+?[\d\s().-]{6,30}$/
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/

const text = (cell: string): boolean => cell.length <= LINE && PRINTABLE.test(cell)
const TEXT = `text of at most ${LINE} characters on one line`

/** All columns. Only `name` has to be in a file. */
export const CONTACT_COLUMNS: readonly ContactColumn[] = [
  { header: 'name', expected: TEXT, takes: text },
  ...[1, 2, 3, 4].map((line) => ({ header: `address${line}`, expected: TEXT, takes: text })),
  { header: 'email', expected: 'one e-mail address', takes: (cell) => text(cell) && EMAIL.test(cell) },
  { header: 'phone', expected: 'one telephone number', takes: (cell) => PHONE.test(cell) },
  { header: 'language', expected: 'code of a language, like nl', takes: (cell) => LANGUAGE.test(cell) },
  { header: 'reach_by', expected: CONTACT_ROUTES.join(', '), takes: isRoute },
  { header: 'consent', expected: TEXT, takes: text },
]

function isRoute(cell: string): cell is ContactRoute {
  return (CONTACT_ROUTES as readonly string[]).includes(cell)
}

/** The contact that cells by column make; each was taken by its column. */
export function contactOf(cells: ReadonlyMap<string, string>): Contact {
  const cell = (header: string): string | null => cells.get(header) ?? null
  const reachBy = cell('reach_by')
  return {
    name: cell('name') ?? '',
    address: [1, 2, 3, 4].flatMap((line) => cell(`address${line}`) ?? []),
    email: cell('email'),
    phone: cell('phone'),
    language: cell('language'),
    reachBy: reachBy !== null && isRoute(reachBy) ? reachBy : null,
    consent: cell('consent'),
  }
}

/** The cells of a contact, in the order of the columns. */
export function cellsOf(contact: Contact): readonly string[] {
  const { name, address, email, phone, language, reachBy, consent } = contact
  const lines = [0, 1, 2, 3].map((line) => address[line] ?? '')
  return [name, ...lines, email ?? '', phone ?? '', language ?? '', reachBy ?? '', consent ?? '']
}

/**
 * The columns of which at least one is needed to reach somebody in the way that was asked for, or in any way.
 *
 * @example routesOf('text') // ['phone']
 */
export function routesOf(reachBy: ContactRoute | null): readonly string[] {
  if (reachBy === null) return ['address1', 'email', 'phone']
  return { letter: ['address1'], email: ['email'], phone: ['phone'], text: ['phone'] }[reachBy]
}
