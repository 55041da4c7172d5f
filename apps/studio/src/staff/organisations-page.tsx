import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type FormEvent, type ReactElement } from 'react'
import { Link } from 'wouter'
import { failureOf } from '../api/api-failure.ts'
import { Frame } from '../frame/frame.tsx'
import { FailureNote } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { useSession } from '../session/use-session.ts'
import { TextField } from '../studies/text-field.tsx'

/** The organisations that somebody works for; an administrator sees all, and adds them. */
export function OrganisationsPage(): ReactElement {
  const { api, t } = useStudio()
  const heading = usePage(t('organisationsTitle'))
  const session = useSession({ ask: false })
  const query = useQuery({ queryKey: ['organisations'], queryFn: () => api.organisations() })
  return (
    <Frame crumb={<Link href="/account">{t('accountTitle')}</Link>}>
      <div className="narrow letter">
        <h1 ref={heading} tabIndex={-1}>
          {t('organisationsTitle')}
        </h1>
        <Asked query={query}>
          {(organisations) => (
            <ul className="points">
              {organisations.map(({ id, name }) => (
                <li key={id}>
                  <Link href={`/organisations/${id}`}>{name}</Link>
                </li>
              ))}
            </ul>
          )}
        </Asked>
        {session.data?.user.administrator === true && <NewOrganisation />}
      </div>
    </Frame>
  )
}

function NewOrganisation(): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: () => api.addOrganisation(name.trim()),
    onSuccess: async () => {
      setName('')
      await client.invalidateQueries({ queryKey: ['organisations'] })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!add.isPending) add.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <h2>{t('newOrganisationTitle')}</h2>
      <TextField
        id="organisation-name"
        label={t('organisationNameLabel')}
        value={name}
        onChange={setName}
        maxLength={200}
      />
      {add.isError && <FailureNote failure={failureOf(add.error)} />}
      <div className="row">
        <button type="submit" className="btn">
          {t('addOrganisation')}
        </button>
      </div>
    </form>
  )
}
