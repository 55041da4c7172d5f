import { reviewsFrom, type Finding, type Questionnaire } from '@klankbord/model'
import { barelyWrittenFindings } from '../language/barely-written.ts'
import { languageReviews } from '../language/language-reviews.ts'
import { waitingLanguages } from '../language/waiting-languages.ts'
import { missingPictures } from '../study/missing-pictures.ts'
import { nobodyToCall } from '../study/nobody-to-call.ts'
import { richOnlyFindings } from '../study/rich-only.ts'
import { definitionFile } from './definition-file.ts'
import type { ExitCode } from './exit-code.ts'
import { say } from './say.ts'
import type { Surroundings } from './surroundings.ts'
import { toldFindings } from './told-findings.ts'

/** Prints every finding in a definition, faults first, and whether it can be used. */
export async function checkQuestionnaire(
  { terminal }: Surroundings,
  file: string,
  { data }: { readonly data: string },
): Promise<ExitCode> {
  const definition = await definitionFile(file)
  const { questionnaire, findings } = definition
  const ofServer =
    questionnaire === null ? [] : [...hintsOfServer(questionnaire), ...missingPictures(definition.text, data)]
  const { lines, faults, hints } = toldFindings([...ofServer, ...findings], definition)
  for (const line of lines) terminal.print(line)
  if (!questionnaire) {
    terminal.print(say('questionnaireFaulty', { faults, hints, file }))
    return 1
  }
  const { questions, screens, languages, hash } = questionnaire
  const size = { questions: questions.length, screens: screens.length, languages: languages.join(', ') }
  terminal.print(say('questionnaireGood', { ...size, hints, hash: hash.slice(0, 12), file }))
  return 0
}

/** What a server would say of it beside the compiler. A file does not know which languages were released where. */
function hintsOfServer(questionnaire: Questionnaire): readonly Finding[] {
  const reviews = languageReviews(questionnaire, reviewsFrom([]))
  return [
    ...richOnlyFindings(questionnaire, 'hint'),
    ...waitingLanguages(reviews),
    ...barelyWrittenFindings(questionnaire),
    ...nobodyToCall(questionnaire),
  ]
}
