import type { Advice, AdviceAnswer, AudienceWords, AuthoredTexts, PastAction, ReportTexts } from '@klankbord/model'

/** What becomes of a text, and the name of its field. */
type Change<From, To> = (text: From, field: string) => To

/** The same texts with every single one changed, and empty parts left out. */
export function mapTexts<From, To>(
  { texts, advice, actions, audiences }: AuthoredTexts<From>,
  change: Change<From, To>,
): AuthoredTexts<To> {
  const mapped = texts && reportTexts(texts, change)
  return {
    ...(mapped && Object.keys(mapped).length > 0 && { texts: mapped }),
    ...(advice && advice.length > 0 && { advice: advice.map((one, at) => oneAdvice(one, `advice/${at}`, change)) }),
    ...(actions &&
      actions.length > 0 && { actions: actions.map((one, at) => oneAction(one, `actions/${at}`, change)) }),
    ...(audiences &&
      audiences.length > 0 && {
        audiences: audiences.map((one) => oneAudience(one, `audiences/${one.audience}`, change)),
      }),
  }
}

function oneAudience<From, To>(
  { audience, headline, introduction }: AudienceWords<From>,
  field: string,
  change: Change<From, To>,
): AudienceWords<To> {
  return {
    audience,
    ...(headline !== undefined && { headline: change(headline, `${field}/headline`) }),
    ...(introduction !== undefined && { introduction: change(introduction, `${field}/introduction`) }),
  }
}

function reportTexts<From, To>(texts: ReportTexts<From>, change: Change<From, To>): ReportTexts<To> {
  const { headline, introduction, conclusions = [], comments = [], method = [] } = texts
  const list = (all: readonly From[], name: string): readonly To[] =>
    all.map((text, at) => change(text, `texts/${name}/${at}`))
  return {
    ...(headline !== undefined && { headline: change(headline, 'texts/headline') }),
    ...(introduction !== undefined && { introduction: change(introduction, 'texts/introduction') }),
    ...(conclusions.length > 0 && { conclusions: list(conclusions, 'conclusions') }),
    ...(comments.length > 0 && {
      comments: comments.map(({ theme, text }, at) => ({ theme, text: change(text, `texts/comments/${at}/text`) })),
    }),
    ...(method.length > 0 && { method: list(method, 'method') }),
  }
}

function oneAdvice<From, To>(one: Advice<From>, field: string, change: Change<From, To>): Advice<To> {
  const { to, advice, reason, tables, state, answer } = one
  return {
    to: change(to, `${field}/to`),
    advice: change(advice, `${field}/advice`),
    ...(reason !== undefined && { reason: change(reason, `${field}/reason`) }),
    tables,
    state,
    ...(answer !== undefined && { answer: oneAnswer(answer, field, change) }),
  }
}

function oneAction<From, To>(one: PastAction<From>, field: string, change: Change<From, To>): PastAction<To> {
  const { advice, state, answer, done, noticed } = one
  return {
    advice: change(advice, `${field}/advice`),
    state,
    ...(answer !== undefined && { answer: oneAnswer(answer, field, change) }),
    ...(done !== undefined && { done: change(done, `${field}/done`) }),
    ...(noticed !== undefined && { noticed: change(noticed, `${field}/noticed`) }),
  }
}

function oneAnswer<From, To>(
  { text, on }: AdviceAnswer<From>,
  field: string,
  change: Change<From, To>,
): AdviceAnswer<To> {
  return { text: change(text, `${field}/answer/text`), on }
}
