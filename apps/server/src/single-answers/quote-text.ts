import { REDACTION_MARK } from '@klankbord/questionnaire'

/**
 * Whether a quote holds nothing but words of an answer, in their order, with […] where some were left out.
 *
 * @example isFromAnswer('Fijn […] geholpen', 'Fijn dat ik ben geholpen') // true
 */
export function isFromAnswer(quote: string, answer: string): boolean {
  let from = 0
  const parts = quote.split(REDACTION_MARK).map((part) => part.trim())
  if (parts.every((part) => part === '')) return false
  return parts.every((part) => {
    const at = answer.indexOf(part, from)
    from = at + part.length
    return at >= 0
  })
}
