import {
  askedAnswers,
  check,
  checkScreen,
  compileText,
  describeCondition,
  durationOf,
  fillIn,
  offeredOptions,
  progress,
  route,
} from '@klankbord/questionnaire'

const DEFINITION = `{
  "title": "Hulp",
  "durations": [{ "name": "waited", "title": "Wachttijd", "amount": "wait", "unit": "month" }],
  "pages": [
    {
      "name": "help",
      "elements": [
        { "type": "text", "inputType": "date", "name": "asked_on", "title": "Wanneer vroeg u hulp?",
          "validators": [{ "type": "expression", "expression": "{asked_on} <= today()" }] },
        { "type": "radiogroup", "name": "kind", "title": "Welke hulp vroeg u?",
          "choices": ["thuis", { "value": "dagbesteding", "visibleIf": "year({asked_on}) >= 2020" }] },
        { "type": "text", "inputType": "number", "name": "wait", "title": "Hoeveel maanden wachtte u op hulp {kind}?",
          "min": 0, "visibleIf": "{kind} = 'thuis'", "isRequired": true }
      ]
    }
  ]
}`

/** What a page would do with one respondent, screen by screen, in the order in which it does it. */
export function fillInOnce(given: Readonly<Record<string, unknown>>, today: string): readonly string[] {
  const { questionnaire, findings } = compileText(DEFINITION)
  if (!questionnaire) throw new Error(findings.map(({ message }) => message).join('\n'))
  const clock = { today }
  const log: string[] = []
  let answers = {}
  let screen = progress(questionnaire, answers, null, clock).next
  while (screen !== null) {
    const { number, total } = progress(questionnaire, answers, screen, clock)
    const question = questionnaire.questions.find(({ name }) => name === screen)
    if (!question) break
    const title = fillIn(questionnaire, question.title, answers, 'nl', clock)
    const options = offeredOptions(questionnaire, question, answers, clock).map(({ value }) => value)
    log.push([`${number}/${total}`, title, ...options].join(' '))
    const own = screen in given ? { [screen]: given[screen] } : {}
    const checked = checkScreen(questionnaire, screen, answers, own, clock)
    if (!checked.ok) return [...log, ...checked.findings.map(({ path, code }) => `${path} ${code}`)]
    if (checked.unanswered.length > 0) log.push(`asked once more: ${checked.unanswered.join(', ')}`)
    answers = checked.answers
    screen = progress(questionnaire, answers, screen, clock).next
  }
  log.push(`asked: ${[...route(questionnaire, answers, clock).asked].join(', ')}`)
  const result = check(questionnaire, askedAnswers(questionnaire, answers, clock), clock)
  if (result.ok) log.push(`empty: ${JSON.stringify(result.checked.empties)}`)
  for (const duration of questionnaire.durations ?? [])
    log.push(`${duration.name}: ${durationOf(duration, questionnaire, answers, clock)?.days ?? 'no'} days`)
  for (const { name, visibleIf } of questionnaire.questions)
    if (visibleIf) log.push(`${name} when ${describeCondition(questionnaire, visibleIf, 'nl')}`)
  return log
}
