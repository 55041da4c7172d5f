import { useMutation } from '@tanstack/react-query'
import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { SamplePlan } from '../api/fieldwork-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { TextField } from '../studies/text-field.tsx'
import type { StepProps } from './step-props.ts'
import { USUAL_WISH, wishOf, type TypedWish } from './plan-wish.ts'

/** Works out how many people to invite, of the list or of a number that is typed. */
export function PlanStep({ keys, frame }: StepProps): ReactElement {
  const { api, t } = useStudio()
  const id = useId()
  const list = frame.people > 0
  const [typed, setTyped] = useState<TypedWish>(USUAL_WISH)
  const [wrong, setWrong] = useState<keyof TypedWish | null>(null)
  const plan = useMutation({
    mutationFn: ({ population, ...wish }: Exclude<ReturnType<typeof wishOf>, { readonly wrong: unknown }>) =>
      list ? api.planFrame(keys, wish) : api.planSample({ population, ...wish }),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const wish = wishOf(typed, list)
    setWrong('wrong' in wish ? wish.wrong : null)
    if (!('wrong' in wish) && !plan.isPending) plan.mutate(wish)
  }
  const field = (name: keyof TypedWish): ReactElement => (
    <TextField
      id={`${id}-${name}`}
      label={t(`plan.${name}`)}
      help={t(`planHelp.${name}`)}
      value={typed[name]}
      maxLength={12}
      missing={wrong === name ? t(`planWrong.${name}`) : undefined}
      onChange={(value) => setTyped({ ...typed, [name]: value })}
    />
  )
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div className="grid">
        {!list && field('people')}
        {field('margin')}
        {field('response')}
      </div>
      <div className="row">
        <button type="submit" className="btn">
          {plan.isPending ? t('busy') : t('planNow')}
        </button>
      </div>
      {plan.isError && <FailureNote failure={failureOf(plan.error)} />}
      {plan.data !== undefined && <PlanView plan={plan.data} />}
    </form>
  )
}

function PlanView({ plan }: { readonly plan: SamplePlan }): ReactElement {
  const { t } = useStudio()
  const { needed, invite, everyone, expectedAnswers, reachableMargin, strata, leastGroup } = plan
  return (
    <div className="stack" role="status">
      <p>
        <b className="large">{everyone ? t('planEveryone', { invite }) : t('planInvite', { invite })}</b>
      </p>
      <p>{t('planExpected', { needed, expectedAnswers })}</p>
      {expectedAnswers < needed && reachableMargin !== null && (
        <p>{t('planReachable', { points: Math.round(reachableMargin * 1000) / 10 })}</p>
      )}
      {strata.length > 0 && (
        <div className="scroll" role="region" aria-label={t('planTable')} tabIndex={0}>
          <table>
            <caption className="sr">{t('planTable')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('groupColumn')}</th>
                <th scope="col" className="num">
                  {t('peopleColumn')}
                </th>
                <th scope="col" className="num">
                  {t('inviteColumn')}
                </th>
                <th scope="col" className="num">
                  {t('expectedColumn')}
                </th>
              </tr>
            </thead>
            <tbody>
              {strata.map((row) => (
                <tr key={row.stratum}>
                  <th scope="row">{row.stratum === '' ? t('noGroup') : row.stratum}</th>
                  <td className="num">{t('number', { value: row.population })}</td>
                  <td className="num">{t('number', { value: row.invite })}</td>
                  <td className="num">{t('number', { value: row.expectedAnswers })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {strata.some(({ tooSmall }) => tooSmall) && <p className="soft">{t('planTooSmall', { least: leastGroup })}</p>}
    </div>
  )
}
