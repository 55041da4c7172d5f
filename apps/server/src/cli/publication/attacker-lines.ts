import { attackerSumLine, localize, type AttackerSum, type AttackerTerm, type TermColumn } from '@klankbord/model'
import { say } from '../say.ts'

/** The sums by which somebody could work out a hidden figure, for whoever was to publish it. */
export function attackerLines(sums: readonly AttackerSum[]): readonly string[] {
  if (sums.length === 0) return []
  return [say('attackerSums'), ...sums.map((sum) => say('attackerSum', { sum: attackerSumLine(sum, { named }) }))]
}

function named({ row, question, answer, known }: AttackerTerm, column: TermColumn | null): string {
  const inEnglish = (text: AttackerTerm['answer']): string => localize(text ?? {}, 'en', 'nl')
  const who = typeof row === 'string' ? say(`termRow.${row}`) : inEnglish(row)
  const name = known === 'shown' ? who : say(`termKnown.${known}`, { name: who })
  if (column === null) return name
  const what = column === 'answer' ? inEnglish(answer) : say(`termColumn.${column}`, { answer: inEnglish(answer) })
  if (question === null) return say('termAbout', { row: name, column: what })
  return say('termAboutQuestion', { row: name, question: inEnglish(question), column: what })
}
