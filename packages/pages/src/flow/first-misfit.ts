import { commentKey, type Finding, type Questionnaire, type Screen } from '@klankbord/model'

/** The first screen with a question that findings are about, and those findings; null when they are about none. */
export function firstMisfit(
  { screens }: Questionnaire,
  findings: readonly Finding[],
): { readonly screen: Screen; readonly findings: readonly Finding[] } | null {
  const screen = screens.find(({ questions }) => findings.some((finding) => isAbout(finding, questions)))
  return screen === undefined
    ? null
    : { screen, findings: findings.filter((finding) => isAbout(finding, screen.questions)) }
}

/** Of these questions those that findings are about. */
export function misfitsOf(questions: readonly string[], findings: readonly Finding[]): readonly string[] {
  return questions.filter((name) => findings.some((finding) => isAbout(finding, [name])))
}

function isAbout({ path }: Finding, questions: readonly string[]): boolean {
  const key = path.split('/')[2]
  return questions.some((name) => key === name || key === commentKey(name))
}
