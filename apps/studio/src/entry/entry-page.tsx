import type { EntryDesk, EntryWave, OwnPaperEntry } from '@klankbord/model'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import { Frame } from '../frame/frame.tsx'
import { FailureNote } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { EntryChoice } from './entry-choice.tsx'
import { tasksOf, type EntryTask } from './entry-tasks.ts'
import { InterviewEntry } from './interview-entry.tsx'
import { PaperEntry } from './paper-entry.tsx'

/** Where interviewers and typists enter what somebody else answered. */
export function EntryPage({ study }: { readonly study: string }): ReactElement {
  const { api, t } = useStudio()
  const text = useText()
  const heading = usePage(t('entry.title'))
  const query = useQuery({ queryKey: ['entryDesk', study], queryFn: () => api.entryDesk(study) })
  return (
    <Frame crumb={query.data && <b>{text(query.data.title)}</b>}>
      <div className="narrow letter">
        <h1 ref={heading} tabIndex={-1}>
          {t('entry.title')}
        </h1>
        <Asked query={query}>{(desk) => <Desk study={study} desk={desk} />}</Asked>
      </div>
    </Frame>
  )
}

function Desk({ study, desk }: { readonly study: string; readonly desk: EntryDesk }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const tasks = tasksOf(desk)
  const [waveId, setWaveId] = useState('')
  const [chosen, setTask] = useState<EntryTask | null>(null)
  const [round, setRound] = useState(1)
  const open = tasks.waves.find(({ id }) => id === waveId) ?? tasks.waves[0]
  if (open === undefined) return <Nothing study={study} desk={desk} />
  const possible = tasks.of(open)
  const task = possible.find((one) => one === chosen) ?? possible[0]
  return (
    <div className="stack">
      {tasks.waves.length > 1 && (
        <EntryChoice
          id="entry-wave"
          label={t('entry.wave')}
          value={open.id}
          values={tasks.waves.map(({ id, title }) => [id, text(title)] as const)}
          onChoose={setWaveId}
        />
      )}
      {possible.length > 1 && task !== undefined && (
        <EntryChoice
          id="entry-task"
          label={t('entry.task')}
          value={task}
          values={possible.map((one) => [one, t(`entry.task.${one}`)] as const)}
          onChoose={setTask}
        />
      )}
      {task === 'paper' ? (
        <PaperEntry key={open.id} study={study} wave={open} />
      ) : (
        <InterviewEntry key={`${open.id} ${round}`} study={study} wave={open} onDone={() => setRound(round + 1)} />
      )}
      {desk.own.length > 0 && <OwnForms study={study} forms={desk.own} />}
      {desk.mayChoosePaper && <PaperWays study={study} waves={desk.waves} />}
    </div>
  )
}

function Nothing({ study, desk }: { readonly study: string; readonly desk: EntryDesk }): ReactElement {
  const { t } = useStudio()
  return (
    <div className="stack">
      <p>{t('entry.nothingOpen')}</p>
      {desk.mayChoosePaper && <PaperWays study={study} waves={desk.waves} />}
    </div>
  )
}

function OwnForms({
  study,
  forms,
}: {
  readonly study: string
  readonly forms: readonly OwnPaperEntry[]
}): ReactElement {
  const { api, t } = useStudio()
  const client = useQueryClient()
  const forget = useMutation({
    mutationFn: ({ waveId, id }: OwnPaperEntry) => api.forgetForm(study, waveId, id),
    onSuccess: () => client.invalidateQueries({ queryKey: ['entryDesk', study] }),
  })
  return (
    <section>
      <h2>{t('entry.ownForms')}</h2>
      <ul className="plain stack">
        {forms.map((one) => (
          <li key={one.id} className="row wide">
            <span>
              <b>{one.form === null ? t('entry.formWithCode') : t('entry.formNamed', { form: one.form })}</b>{' '}
              {t(`entry.state.${one.state}`)}
            </span>
            <button type="button" className="btn slim push" onClick={() => forget.mutate(one)}>
              {t('entry.forget')}
              <span className="sr">{one.form}</span>
            </button>
          </li>
        ))}
      </ul>
      {forget.isError && <FailureNote failure={failureOf(forget.error)} />}
    </section>
  )
}

function PaperWays({ study, waves }: { readonly study: string; readonly waves: readonly EntryWave[] }): ReactElement {
  const { api, t } = useStudio()
  const text = useText()
  const client = useQueryClient()
  const choose = useMutation({
    mutationFn: ({ wave, way }: { readonly wave: string; readonly way: EntryWave['paper'] }) =>
      api.choosePaper(study, wave, way),
    onSuccess: () => client.invalidateQueries({ queryKey: ['entryDesk', study] }),
  })
  return (
    <section className="stack">
      <h2>{t('entry.paperWays')}</h2>
      {waves.map(({ id, title, paper }) => (
        <EntryChoice
          key={id}
          id={`paper-${id}`}
          label={text(title)}
          value={paper}
          values={(['double', 'single'] as const).map((one) => [one, t(`entry.paperWay.${one}`)] as const)}
          onChoose={(way) => choose.mutate({ wave: id, way })}
        />
      ))}
      {choose.isError && <FailureNote failure={failureOf(choose.error)} />}
    </section>
  )
}
