import { decompile } from '@klankbord/questionnaire'
import { compiledFile } from './compiled-file.ts'
import type { ExitCode } from './exit-code.ts'
import type { Surroundings } from './surroundings.ts'

/** Prints a definition as the engine understood it: each thing written in one way, without what means nothing. */
export async function printDefinition({ terminal }: Surroundings, file: string): Promise<ExitCode> {
  const questionnaire = await compiledFile(file, terminal)
  if (!questionnaire) return 1
  terminal.print(JSON.stringify(decompile(questionnaire), null, 2))
  return 0
}
