import { compareVersions, type VersionChange } from '@klankbord/questionnaire'
import { compiledFile } from './compiled-file.ts'
import type { ExitCode } from './exit-code.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/** Prints what changed from one definition to the next, and whose trend that breaks. */
export async function compareQuestionnaires(
  { terminal }: Surroundings,
  oldFile: string,
  newFile: string,
): Promise<ExitCode> {
  const before = await compiledFile(oldFile, terminal)
  const after = await compiledFile(newFile, terminal)
  if (!before || !after) return 1
  const { changes, breaksTrendOf } = compareVersions(before, after)
  for (const change of changes) terminal.print(changeLines(change).join('\n'))
  terminal.print(say('changeCount', { count: changes.length }))
  if (changes.length > 0)
    terminal.print(
      breaksTrendOf.length > 0 ? say('trendsBreak', { names: breaksTrendOf.join(', ') }) : say('trendsHold'),
    )
  return 0
}

function changeLines(change: VersionChange): readonly string[] {
  const { kind, path, name, part, what, language, before, after, renamedTo, breaksTrendOf } = change
  const place = [name, part, what, language].filter((word) => word !== undefined && word !== '').join(' · ')
  return [
    say('change', { kind, place, path: path || '/' }),
    ...(before === undefined ? [] : [say('changeBefore', { text: before })]),
    ...(after === undefined ? [] : [say('changeAfter', { text: after })]),
    ...(renamedTo === undefined ? [] : [say('changeRenamed', { name: renamedTo })]),
    ...(breaksTrendOf.length === 0 ? [] : [say('changeBreaks', { names: breaksTrendOf.join(', ') })]),
  ]
}
