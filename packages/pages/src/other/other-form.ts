import { OTHER_WAYS, type OtherWay } from '@klankbord/model'

/** What somebody filled in to take part in another way, as it was typed. */
export interface OtherForm {
  readonly form: string
  readonly name: string
  readonly reach: string
  readonly when: string
}

/** A request that can be kept. */
export interface OtherRequest {
  readonly form: OtherWay
  readonly name: string
  readonly reach: string
  /** Left out when nothing was said. */
  readonly when?: string
}

/** What needs another look at a field: nothing stands in it, or so many characters too many. */
export interface OtherSlip {
  readonly field: keyof OtherForm
  readonly over: number
}

/** The most characters of each field. */
export const OTHER_LIMITS: Readonly<Record<keyof OtherForm, number>> = { form: 20, name: 200, reach: 500, when: 200 }

export const EMPTY_OTHER_FORM: OtherForm = { form: '', name: '', reach: '', when: '' }

/**
 * Reads what somebody filled in: a request, or what needs another look, in the order of the page.
 *
 * @param offered the ways that this study has
 */
export function readOtherForm(
  typed: OtherForm,
  offered: readonly OtherWay[],
): { readonly request: OtherRequest } | { readonly slips: readonly OtherSlip[] } {
  const way = OTHER_WAYS.find((one) => one === typed.form && offered.includes(one))
  const [name, reach, when] = [tidy(typed.name), tidy(typed.reach), tidy(typed.when)]
  const slips: readonly (OtherSlip | false)[] = [
    way === undefined && { field: 'form', over: 0 },
    slipOf('name', name),
    slipOf('reach', reach),
    when !== '' && slipOf('when', when),
  ]
  const found = slips.filter((slip) => slip !== false)
  if (way === undefined || found.length > 0) return { slips: found }
  return { request: { form: way, name, reach, ...(when === '' ? {} : { when }) } }
}

function slipOf(field: keyof OtherForm, text: string): OtherSlip | false {
  const over = Math.max(0, text.length - OTHER_LIMITS[field])
  return (text === '' || over > 0) && { field, over }
}

/** Nothing that a terminal or a spreadsheet of staff would take for a sign to them. */
function tidy(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[^\P{C}\n]/gu, '')
    .trim()
}
