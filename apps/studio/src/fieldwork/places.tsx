import { summarizePlaces, type PlaceCount } from '@klankbord/model'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId, useState, type FormEvent, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { WaveKeys } from '../api/fieldwork-client.ts'
import type { NewPlaceCount } from '../api/fieldwork-types.ts'
import { FailureNote, Note } from '../frame/note.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { problemSentence } from '../problems/problem-sentence.ts'
import { TextField } from '../studies/text-field.tsx'
import { NO_COUNT, placeCountOf, type TypedCount } from './place-count.ts'

const NUMBERS = ['approached', 'refused', 'started', 'finished'] as const

/** What was counted on the street or in a waiting room: what there is, and a count to add. */
export function Places({ keys }: { readonly keys: WaveKeys }): ReactElement {
  const { api, t } = useStudio()
  const counted = useQuery({ queryKey: ['account', keys.wave, 'places'], queryFn: () => api.places(keys) })
  const places = counted.data ?? []
  return (
    <details className="sheet step" open={places.length > 0}>
      <summary>
        <b>{t('placesTitle')}</b>
        <span className="soft state-of">{t('placesState', { count: places.length })}</span>
      </summary>
      <div className="stack">
        <p className="soft">{t('placesWhat')}</p>
        {places.length > 0 && <PlacesTable places={places} />}
        <PlaceForm keys={keys} />
      </div>
    </details>
  )
}

function PlacesTable({ places }: { readonly places: readonly PlaceCount[] }): ReactElement {
  const { t } = useStudio()
  const told = (value: number | null): string => (value === null ? t('notCounted') : t('number', { value }))
  return (
    <div className="scroll" role="region" aria-label={t('placesTitle')} tabIndex={0}>
      <table>
        <caption className="sr">{t('placesTitle')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('place.place')}</th>
            {NUMBERS.map((name) => (
              <th key={name} scope="col" className="num">
                {t(`place.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {summarizePlaces(places).places.map((row) => (
            <tr key={row.place}>
              <th scope="row">{row.place}</th>
              {NUMBERS.map((name) => (
                <td key={name} className="num">
                  {told(row[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function PlaceForm({ keys }: { readonly keys: WaveKeys }): ReactElement {
  const { api, t, language } = useStudio()
  const client = useQueryClient()
  const id = useId()
  const [typed, setTyped] = useState<TypedCount>(NO_COUNT)
  const [wrong, setWrong] = useState<keyof TypedCount | null>(null)
  const add = useMutation({
    mutationFn: (count: NewPlaceCount) => api.countPlace(keys, count),
    onSuccess: async () => {
      setTyped({ ...NO_COUNT, place: typed.place, on: typed.on })
      await client.invalidateQueries({ queryKey: ['account', keys.wave] })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const count = placeCountOf(typed)
    setWrong('wrong' in count ? count.wrong : null)
    if (!('wrong' in count) && !add.isPending) add.mutate(count)
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <div className="grid">
        {(['place', ...NUMBERS] as const).map((name) => (
          <TextField
            key={name}
            id={`${id}-${name}`}
            label={t(`place.${name}`)}
            value={typed[name]}
            maxLength={name === 'place' ? 100 : 7}
            missing={wrong === name ? t(name === 'place' ? 'placeMissing' : 'placeWrong') : undefined}
            onChange={(value) => setTyped({ ...typed, [name]: value })}
          />
        ))}
        <div className="field">
          <label htmlFor={`${id}-on`}>{t('place.on')}</label>
          <input
            id={`${id}-on`}
            type="date"
            value={typed.on}
            onChange={(event) => setTyped({ ...typed, on: event.target.value })}
          />
        </div>
      </div>
      {add.isError && <FailureNote failure={failureOf(add.error)} />}
      {add.data !== undefined && (
        <Note kind={add.data.findings.length > 0 ? 'finding' : 'good'} live="status">
          <p>{t('placeKept')}</p>
          {add.data.findings.map((found) => (
            <p key={found.path}>{problemSentence(found, language)}</p>
          ))}
        </Note>
      )}
      <div className="row">
        <button type="submit" className="btn">
          {add.isPending ? t('busy') : t('placeAdd')}
        </button>
      </div>
    </form>
  )
}
