import { attackerSumLine, localize, type AttackerSum, type AttackerTerm, type Translate } from '@klankbord/model'
import type { InterfaceLanguage } from '../language/interface-language.ts'
import type { MessageKey } from '../language/messages.ts'
import type { Failure } from '../api/api-failure.ts'

/** How somebody could work out the figure for which publishing was refused, each sum in a line; none of any other failure. */
export function attackerSumWords(
  { code, details }: Pick<Failure, 'code' | 'details'>,
  t: Translate<MessageKey>,
  language: InterfaceLanguage,
): readonly string[] {
  const sums = details['sums']
  if (code !== 'disclosureUnsafe' || !Array.isArray(sums)) return []
  const words = (text: AttackerTerm['answer']): string => localize(text ?? {}, language, 'nl')
  const named = ({ row, question, answer, known }: AttackerTerm, column: AttackerTerm['column'] | null): string => {
    const who = typeof row === 'string' ? t(`term.${row}`) : words(row)
    const name = known === 'shown' ? who : t(`term.${known}`, { name: who })
    if (column === null) return name
    const what = column === 'answer' ? words(answer) : t(`term.${column}`, { answer: words(answer) })
    return `${name} (${question === null ? what : `“${words(question)}”: ${what}`})`
  }
  return (sums as readonly AttackerSum[]).map((sum) => attackerSumLine(sum, { named }))
}
