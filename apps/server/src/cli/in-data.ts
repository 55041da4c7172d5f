import type { Command } from 'commander'
import { say } from './say.ts'

/** The option of every command that needs the data. */
export function inData(command: Command): Command {
  return command.option('--data <folder>', say('optionData'), './data')
}
