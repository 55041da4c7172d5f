import { finding, type Finding, type Questionnaire } from '@klankbord/model'

/**
 * A hint where people who want to talk, or need help with filling in, find no number on any page.
 *
 * @param organisation who asks; left out where that is not known
 */
export function nobodyToCall(
  { helpLines = [] }: Pick<Questionnaire, 'helpLines'>,
  organisation: { readonly helpPhone?: string } = {},
): readonly Finding[] {
  const some = organisation.helpPhone !== undefined || helpLines.some(({ phone }) => phone !== undefined)
  return some ? [] : [finding('nobodyToCall', '', {}, { severity: 'hint' })]
}
