import { isProblem } from '@klankbord/model'
import { CommanderError, type Command } from 'commander'
import { commandLine } from './command-line.ts'
import { attackerLines } from './publication/attacker-lines.ts'
import type { ExitCode } from './exit-code.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Runs one command to its end. What people can mend is told in one sentence.
 *
 * @param parameters without the program: ['serve', '--port', '8080']
 * @returns the exit code
 */
export async function runCommandLine(parameters: readonly string[], place: Surroundings): Promise<ExitCode> {
  let code: ExitCode = 0
  const root = commandLine(place, (finished) => {
    code = finished
  })
  throughTerminal(root, place)
  try {
    await root.parseAsync(parameters, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 1
    place.terminal.warn(isProblem(error) ? error.message : unexpected(error))
    if (isProblem(error, 'unknownStudy') || isProblem(error, 'unknownWave')) place.terminal.warn(say('lookInList'))
    if (isProblem(error, 'disclosureUnsafe'))
      for (const line of attackerLines(error.details.sums)) place.terminal.warn(line)
    if (isProblem(error, 'codersToName')) place.terminal.warn(say('nameCoders'))
    return 1
  }
}

/** Makes every command throw where it would end the process, and speak where everything else does. */
function throughTerminal(command: Command, place: Surroundings): void {
  command.exitOverride().configureOutput({
    writeOut: (text) => place.terminal.print(text.trimEnd()),
    writeErr: (text) => place.terminal.warn(text.trimEnd()),
  })
  for (const below of command.commands) throughTerminal(below, place)
}

/** A fault of ours: where it was, without its sentence, since a database quotes the values that it refused. */
function unexpected(error: unknown): string {
  const trace = error instanceof Error ? error : new Error('not an error')
  const code = 'code' in trace && typeof trace.code === 'string' ? ` ${trace.code}` : ''
  const frames = (trace.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [say('unexpected', { kind: trace.name, code }), ...frames].join('\n')
}
