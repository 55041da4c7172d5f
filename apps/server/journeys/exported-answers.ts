import { plainCsv } from '../test/cli/plain-csv.ts'
import type { RunningServer } from './running-server.ts'

/** The cells of one response by the name of their column. */
export type ExportedResponse = Readonly<Record<string, string>>

/** Every response of a wave as a researcher exports it; the wave of the sample when none is named. */
export async function exportedAnswers(
  server: RunningServer,
  address: string = addressIn(server.links.questionnaire),
): Promise<readonly ExportedResponse[]> {
  const { code, output } = await server.command('responses', 'export', '--wave', address)
  if (code !== 0) throw new Error(output)
  const [header = [], ...rows] = plainCsv(output)
  return rows.map((row) => Object.fromEntries(header.map((name, place) => [name, row[place] ?? ''])))
}

/** The address of a wave in the link to its questionnaire. */
export function addressIn(link: string): string {
  return new URL(link).pathname.split('/').at(-1) ?? ''
}
