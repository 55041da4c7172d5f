/** What somebody filled in to be contacted again, as it was typed. */
export interface AgainForm {
  readonly name: string
  readonly reach: string
  readonly agreed: boolean
}

/** Somebody who agreed to be contacted again: with an address of e-mail or a telephone number. */
export interface AgainRequest {
  readonly name: string
  readonly email: string | null
  readonly phone: string | null
}

/** What needs another look. */
export interface AgainSlip {
  readonly field: keyof AgainForm
  /** So many characters too many; 0 where nothing fitting stands in it. */
  readonly over: number
}

/** The most characters of each field. */
export const AGAIN_LIMITS: Readonly<Record<'name' | 'reach', number>> = { name: 200, reach: 200 }

export const EMPTY_AGAIN_FORM: AgainForm = { name: '', reach: '', agreed: false }

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/
const FEWEST_DIGITS = 6

/** Reads what somebody filled in: a request, or what needs another look, in the order of the page. */
export function readAgainForm(
  typed: AgainForm,
): { readonly request: AgainRequest } | { readonly slips: readonly AgainSlip[] } {
  const [name, reach] = [tidy(typed.name), tidy(typed.reach)]
  const email = EMAIL.test(reach) ? reach : null
  const phone = email === null && (reach.match(/\p{Nd}/gu) ?? []).length >= FEWEST_DIGITS ? reach : null
  const slips: readonly (AgainSlip | false)[] = [
    slipOf('name', name, name !== ''),
    slipOf('reach', reach, email !== null || phone !== null),
    !typed.agreed && { field: 'agreed', over: 0 },
  ]
  const found = slips.filter((slip) => slip !== false)
  return found.length > 0 ? { slips: found } : { request: { name, email, phone } }
}

function slipOf(field: 'name' | 'reach', text: string, fits: boolean): AgainSlip | false {
  const over = Math.max(0, text.length - AGAIN_LIMITS[field])
  return (over > 0 || !fits) && { field, over }
}

/** One line, with nothing that a terminal or a spreadsheet of staff would take for a sign to them. */
function tidy(text: string): string {
  return text.replaceAll(/\s+/g, ' ').replaceAll(/\p{C}/gu, '').trim()
}
