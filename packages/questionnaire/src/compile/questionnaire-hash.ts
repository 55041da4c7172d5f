import { contentHash, type Question, type Questionnaire } from '@klankbord/model'

/**
 * The content hash of a compiled questionnaire. The steps of patterns stay out of it: they follow from the pattern and
 * from the Unicode version of the engine, and another version of Node must not make another questionnaire.
 */
export function questionnaireHash(content: Omit<Questionnaire, 'hash'>): string {
  return contentHash({ ...content, questions: content.questions.map(withoutSteps) })
}

/** What is undefined does not count in a hash. */
function withoutSteps(question: Question): object {
  return {
    ...question,
    validators: question.validators?.map((validator) => ({ ...validator, steps: undefined })),
    ...('items' in question && { items: question.items.map(withoutSteps) }),
    ...('questions' in question && { questions: question.questions.map(withoutSteps) }),
  }
}
