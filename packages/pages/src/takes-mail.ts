import type { Question, Questionnaire } from '@klankbord/model'

/** Whether an answer can say who gave it: then no page may promise that nobody can see that. */
export function asksForMail({ questions }: Questionnaire): boolean {
  return questions.some((question) =>
    question.type === 'multipletext' ? question.items.some(takesMail) : takesMail(question),
  )
}

/** Whether the answer to a short open question is an address of e-mail. */
export function takesMail({ type, validators }: Question): boolean {
  return type === 'email' || validators?.some((validator) => validator.type === 'email') === true
}
