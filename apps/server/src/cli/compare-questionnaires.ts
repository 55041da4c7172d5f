import type { Question, Questionnaire } from '@klankbord/model'
import { comparableOf, compareVersions, mayCompare, type VersionChange } from '@klankbord/questionnaire'
import { compiledFile } from './compiled-file.ts'
import type { ExitCode } from './exit-code.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Prints what changed from one definition to the next, and whose trend that breaks; or, between studies, which of the
 * questions that both ask may be compared.
 */
export async function compareQuestionnaires(
  { terminal }: Surroundings,
  [oldFile, newFile]: readonly [string, string],
  { betweenStudies = false }: { readonly betweenStudies?: boolean } = {},
): Promise<ExitCode> {
  const before = await compiledFile(oldFile, terminal)
  const after = await compiledFile(newFile, terminal)
  if (!before || !after) return 1
  if (betweenStudies) {
    terminal.print(betweenLines(before, after).join('\n'))
    return 0
  }
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
  const { kind, path, name, consent, part, what, language, before, after, renamedTo, breaksTrendOf } = change
  const place = [name, part, what, language].filter((word) => word !== undefined && word !== '').join(' · ')
  return [
    say('change', { kind, place, path: path || '/' }),
    ...(consent === undefined ? [] : [say('changeConsent', { consent })]),
    ...(before === undefined ? [] : [say('changeBefore', { text: before })]),
    ...(after === undefined ? [] : [say('changeAfter', { text: after })]),
    ...(renamedTo === undefined ? [] : [say('changeRenamed', { name: renamedTo })]),
    ...(breaksTrendOf.length === 0 ? [] : [say('changeBreaks', { names: breaksTrendOf.join(', ') })]),
  ]
}

/** Both are taken to be answered on the web: how people answer does not stand in a definition. */
function betweenLines(before: Questionnaire, after: Questionnaire): readonly string[] {
  const compared = after.questions.flatMap((question) => {
    const other = before.questions.find((one) => asksTheSame(one, question))
    const a = comparableOf(after, question.name, 'web')
    const b = other && comparableOf(before, other.name, 'web')
    return a && b ? [{ name: question.name, ...mayCompare(a, b) }] : []
  })
  const allowed = compared.filter((one) => one.allowed).length
  return [
    ...compared.map(({ name, differs }) =>
      differs.length === 0
        ? say('betweenMay', { name })
        : say('betweenMayNot', { name, why: differs.map((one) => say(`wordingDiffers.${one}`)).join(', ') }),
    ),
    say('betweenCount', { allowed, count: compared.length }),
  ]
}

/** The same topic, else the same name: words of a town's own have no benchmark key to know them by. */
function asksTheSame(a: Question, b: Question): boolean {
  return a.topic === undefined && b.topic === undefined ? a.name === b.name : a.topic === b.topic
}
