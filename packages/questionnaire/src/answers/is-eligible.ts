import { answerFinding, pointer, type Answers, type Clock, type Finding, type Questionnaire } from '@klankbord/model'
import { walk, type Walk } from './walk.ts'

/**
 * Whether somebody who answered this may take part: where the questionnaire says who may, only whom it says yes of, and
 * nobody of whom it is not known yet; else everybody.
 *
 * @throws Problem `clockMissing` when an expression needs the date and there is no clock
 */
export function isEligible(questionnaire: Questionnaire, answers: Answers, clock?: Clock): boolean {
  return (
    eligibilityOf(questionnaire) === undefined ||
    checkEligible(questionnaire, walk(questionnaire, answers, clock)).length === 0
  )
}

/** What a response of somebody is refused for who may not take part. */
export function checkEligible(questionnaire: Questionnaire, { calculated }: Walk): readonly Finding[] {
  const name = eligibilityOf(questionnaire)
  if (name === undefined || (Object.hasOwn(calculated, name) && calculated[name] === true)) return []
  return [answerFinding('notEligible', pointer('/outcomes', name), { name })]
}

const eligibilityOf = ({ calculatedValues = [] }: Questionnaire): string | undefined =>
  calculatedValues.find(({ eligibility }) => eligibility === true)?.name
