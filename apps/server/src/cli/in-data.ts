import type { Command } from 'commander'
import { say } from './say.ts'

/** The option of every command that needs the data. */
export function inData(command: Command): Command {
  return command.option('--data <folder>', say('optionData'))
}

/**
 * Lets every command below this one that needs the data look in this folder when none is named, and lets a folder be
 * named before the words of a command as well as after them: `klankbord --data DIR study list`.
 */
export function namingFolder(root: Command, folder: string): void {
  settleOn(root, folder)
  takeBefore(root)
  root.hook('preAction', (_root, action) => {
    const named = [action, ...above(action)].find((command) => command.getOptionValueSource('data') === 'cli')
    if (named !== undefined) action.setOptionValueWithSource('data', named.getOptionValue('data'), 'cli')
  })
}

function settleOn(command: Command, folder: string): void {
  for (const option of command.options)
    if (option.attributeName() === 'data') {
      option.default(folder)
      command.setOptionValueWithSource('data', folder, 'default')
    }
  for (const below of command.commands) settleOn(below, folder)
}

/** Groups of commands take the option, too. What stands behind the next word belongs to that. */
function takeBefore(command: Command): void {
  if (command.commands.length === 0) return
  inData(command).enablePositionalOptions()
  for (const below of command.commands) takeBefore(below)
}

function above({ parent }: Command): readonly Command[] {
  return parent === null ? [] : [parent, ...above(parent)]
}
