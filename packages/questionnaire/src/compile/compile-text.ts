import { finding } from '@klankbord/model'
import { compile, type Compiled } from './compile.ts'

/** Compiles a definition from its JSON text; a text that is no JSON is one finding, `definitionNotJson`. */
export function compileText(source: string): Compiled {
  try {
    const definition: unknown = JSON.parse(source)
    return compile(definition)
  } catch (cause) {
    const reason = cause instanceof SyntaxError ? placeOf(cause) : 'it cannot be read'
    return { questionnaire: null, findings: [finding('definitionNotJson', '', { reason })] }
  }
}

/** The place of the fault, without the part of the text that engines put in their sentences. */
const placeOf = (error: SyntaxError): string => {
  const position = /position (\d+)/.exec(error.message)?.[1]
  return position === undefined ? 'it ends too early, or is malformed' : `unexpected character at position ${position}`
}
