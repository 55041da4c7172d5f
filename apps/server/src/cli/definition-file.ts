import { finding, type Finding } from '@klankbord/model'
import { compileText, type Compiled } from '@klankbord/questionnaire'
import { findingLine, placeLine } from './finding-line.ts'
import { jsonFault, placesInJson } from './json-places.ts'
import { readTextFile } from './read-text-file.ts'

/** A definition that was read from a file. */
export interface DefinitionFile extends Compiled {
  readonly text: string
  /** A finding on one line, with its line and column in the file. */
  readonly tell: (found: Finding) => string
  /** Where a finding is: its line and column in the file, and its path. */
  readonly where: (found: Finding) => string
}

/**
 * Reads and compiles a definition; a text that is no JSON has one finding, which says where and why.
 *
 * @throws Problem `fileNotReadable`, `fileNotUtf8`, `fileEmpty`
 */
export async function definitionFile(file: string): Promise<DefinitionFile> {
  const text = await readTextFile(file)
  const { questionnaire, findings } = compileText(text)
  const reason = isJson(text) ? null : jsonFault(text)
  if (reason !== null)
    return {
      text,
      questionnaire: null,
      findings: [finding('definitionNotJson', '', { reason })],
      tell: findingLine,
      where: ({ path }) => placeLine(path, null),
    }
  let places: ReturnType<typeof placesInJson> | undefined
  const placeOf = (found: Finding): ReturnType<NonNullable<typeof places>> => {
    places ??= placesInJson(text)
    return places(found.path)
  }
  return {
    text,
    questionnaire,
    findings,
    tell: (found) => findingLine(found, placeOf(found)),
    where: (found) => placeLine(found.path, placeOf(found)),
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
