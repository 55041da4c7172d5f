import { finding, type Finding } from '@klankbord/model'
import { compileText, type Compiled } from '@klankbord/questionnaire'
import { findingLine } from './finding-line.ts'
import { jsonFault, placesInJson } from './json-places.ts'
import { readTextFile } from './read-text-file.ts'

/** A definition that was read from a file. */
export interface DefinitionFile extends Compiled {
  readonly text: string
  /** A finding on one line, with its line and column in the file. */
  readonly tell: (found: Finding) => string
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
    return { text, questionnaire: null, findings: [finding('definitionNotJson', '', { reason })], tell: findingLine }
  let placeOf: ReturnType<typeof placesInJson> | undefined
  const tell = (found: Finding): string => {
    placeOf ??= placesInJson(text)
    return findingLine(found, placeOf(found.path))
  }
  return { text, questionnaire, findings, tell }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
