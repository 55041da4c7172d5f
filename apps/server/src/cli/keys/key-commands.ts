import type { Command } from 'commander'
import type { ExitCode } from '../exit-code.ts'
import { inData } from '../in-data.ts'
import { say } from '../say.ts'
import type { Surroundings } from '../surroundings.ts'
import { replaceLostKey } from './replace-lost-key.ts'
import { showKey } from './show-key.ts'

/** Commands about the key of the installation, by its fingerprint only. */
export function keyCommands(root: Command, place: Surroundings, finish: (code: ExitCode) => void): void {
  const keys = root.command('keys').description(say('commandKeys'))
  inData(keys.command('show').description(say('commandKeysShow'))).action(async (options) => showKey(place, options))
  inData(keys.command('replace').description(say('commandKeysReplace')))
    .option('--by <name>', say('optionReplacedBy'))
    .action(async (options) => finish(await replaceLostKey(place, options)))
}
