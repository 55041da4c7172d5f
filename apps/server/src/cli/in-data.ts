import type { Command } from 'commander'
import { say } from './say.ts'

/** The option of every command that needs the data. */
export function inData(command: Command): Command {
  return command.option('--data <folder>', say('optionData'))
}

/** Lets every command below this one that needs the data look in this folder when none is named. */
export function namingFolder(command: Command, folder: string): void {
  for (const option of command.options)
    if (option.attributeName() === 'data') {
      option.default(folder)
      command.setOptionValueWithSource('data', folder, 'default')
    }
  for (const below of command.commands) namingFolder(below, folder)
}
