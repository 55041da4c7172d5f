import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { NewDraw } from '../api/fieldwork-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { dayInWords } from '../language/local-formats.ts'
import { TextField } from '../studies/text-field.tsx'
import { drawOrder, needsSeed, type TypedDraw } from './draw-order.ts'
import type { StepProps } from './step-props.ts'

const REST_MONTHS = [6, 12, 3, 0]
const START: TypedDraw = { everyone: true, numbers: {}, seed: '', onePerAddress: false, restMonths: 6 }

/** Decides who is invited, once: everybody on the list, or a sample by chance. */
export function DrawStep({ keys, frame }: StepProps): ReactElement {
  const { api, t, language } = useStudio()
  const client = useQueryClient()
  const id = useId()
  const [typed, setTyped] = useState(START)
  const [wrong, setWrong] = useState<Exclude<ReturnType<typeof drawOrder>, NewDraw> | null>(null)
  const draw = useMutation({
    mutationFn: (order: NewDraw) => api.draw(keys, order),
    onSuccess: () => client.invalidateQueries({ queryKey: ['frame', keys.wave] }),
  })
  const [first] = frame.draws
  if (first !== undefined && frame.invitations > 0)
    return <p>{t('drawDone', { invitations: frame.invitations, day: dayInWords(first.drawnOn, language) })}</p>
  if (frame.people === 0) return <p>{t('drawWithoutList')}</p>
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const order = drawOrder(typed, frame)
    setWrong('wrong' in order ? order : null)
    if (!('wrong' in order) && !draw.isPending) draw.mutate(order)
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{t('drawOnce')}</p>
      <fieldset className="pickone">
        <legend>{t('drawWho')}</legend>
        {[true, false].map((everyone) => (
          <label key={String(everyone)} className="tick">
            <input
              type="radio"
              name={`${id}-who`}
              checked={typed.everyone === everyone}
              onChange={() => setTyped({ ...typed, everyone })}
            />
            {t(everyone ? 'drawEveryone' : 'drawSample')}
          </label>
        ))}
      </fieldset>
      {!typed.everyone && (
        <div className="grid">
          {frame.strata.map(({ name, eligible }) => (
            <TextField
              key={name}
              id={`${id}-of-${name}`}
              label={t('drawNumber', { group: name === '' ? t('drawOfList') : name })}
              help={t('drawOf', { eligible })}
              value={typed.numbers[name] ?? ''}
              maxLength={9}
              missing={wrong?.wrong === 'number' && wrong.group === name ? t('drawNumberMissing') : undefined}
              onChange={(value) => setTyped({ ...typed, numbers: { ...typed.numbers, [name]: value } })}
            />
          ))}
        </div>
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={typed.onePerAddress}
          onChange={(event) => setTyped({ ...typed, onePerAddress: event.target.checked })}
        />
        {t('drawOnePerAddress')}
      </label>
      {needsSeed(typed) && (
        <TextField
          id={`${id}-seed`}
          label={t('drawSeed')}
          help={t('drawSeedHelp')}
          value={typed.seed}
          maxLength={200}
          missing={wrong?.wrong === 'seed' ? t('drawSeedMissing') : undefined}
          onChange={(seed) => setTyped({ ...typed, seed })}
        />
      )}
      <div className="field">
        <label htmlFor={`${id}-rest`}>{t('drawRest')}</label>
        <select
          id={`${id}-rest`}
          value={typed.restMonths}
          onChange={(event) => setTyped({ ...typed, restMonths: Number(event.target.value) })}
        >
          {REST_MONTHS.map((months) => (
            <option key={months} value={months}>
              {t('drawRestMonths', { months })}
            </option>
          ))}
        </select>
      </div>
      {draw.isError && <FailureNote failure={failureOf(draw.error)} />}
      <div className="row">
        <button type="submit" className="btn main">
          {draw.isPending ? t('busy') : t(typed.everyone ? 'drawEveryoneNow' : 'drawNow')}
        </button>
      </div>
    </form>
  )
}
