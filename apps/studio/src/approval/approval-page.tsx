import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Link } from 'wouter'
import type { Approvals, OrganisationApproval } from '../api/work-types.ts'
import { Frame } from '../frame/frame.tsx'
import { Note } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { usePage } from '../frame/use-page.ts'
import { momentInWords } from '../language/local-formats.ts'
import { useSession } from '../session/use-session.ts'
import { mayKeepStudies } from '../staff/staff-rights.ts'
import { AnswerForm } from './answer-form.tsx'
import { ApprovalSettings } from './approval-settings.tsx'
import { approvalTask } from './approval-words.ts'
import { AskForm } from './ask-form.tsx'
import { ReadQuestions } from './read-questions.tsx'

/** The approval of a study before fieldwork, for who asks for it and for who gives it. */
export function ApprovalPage({ study }: { readonly study: string }): ReactElement {
  const { api, t } = useStudio()
  const text = useText()
  const query = useQuery({ queryKey: ['approvals', study], queryFn: () => api.approvals(study) })
  return (
    <Frame crumb={query.data === undefined ? undefined : <b>{text(query.data.title)}</b>}>
      <Asked query={query} title={t('studyMissing')}>
        {(approvals) => <Approval study={study} approvals={approvals} />}
      </Asked>
    </Frame>
  )
}

function Approval({ study, approvals }: { readonly study: string; readonly approvals: Approvals }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const heading = usePage(`${t('approvalTitle')} · ${text(approvals.title)}`)
  const session = useSession({ ask: false })
  const { version, organisations } = approvals
  const task = approvalTask(approvals)
  const researches = session.data !== undefined && session.data !== null && mayKeepStudies(session.data)
  const approves = organisations.some(({ mine }) => mine)
  return (
    <div className="narrow letter">
      <h1 ref={heading} tabIndex={-1}>
        {t('approvalTitle')}
      </h1>
      <Standing approvals={approvals} />
      {task.plan !== null && (
        <section aria-labelledby="plan">
          <h2 id="plan">{t('planTitle')}</h2>
          <p className="said">{task.plan.text}</p>
        </section>
      )}
      {version !== null && approves && <ReadQuestions study={study} version={version} />}
      {version !== null &&
        task.toAnswer.map((one) => (
          <AnswerForm key={one.organisationId} study={study} version={version} organisation={one} />
        ))}
      {researches && version !== null && task.needed && !task.complete && (
        <AskForm study={study} again={task.plan !== null} />
      )}
      {researches && (
        <p>
          <Link href={`/studies/${study}/fieldwork`}>{t('toFieldwork')}</Link>
        </p>
      )}
      <History approvals={approvals} />
      <ApprovalSettings study={study} organisations={organisations} />
    </div>
  )
}

function Standing({ approvals }: { readonly approvals: Approvals }): ReactElement {
  const { t } = useStudio()
  const { version, organisations } = approvals
  const { needed, complete } = approvalTask(approvals)
  if (version === null) return <p>{t('noVersionWhy')}</p>
  if (!needed) return <p>{t('approvalNotNeeded')}</p>
  return (
    <>
      {complete && (
        <Note kind="good">
          <p>{t('approvalComplete', { version })}</p>
        </Note>
      )}
      <ul className="plain stack">
        {organisations
          .filter(({ state }) => state !== 'notNeeded')
          .map((one) => (
            <li key={one.organisationId}>
              <b>{one.name}</b> <StateTag organisation={one} />
            </li>
          ))}
      </ul>
    </>
  )
}

function StateTag({
  organisation: { state, approvers },
}: {
  readonly organisation: OrganisationApproval
}): ReactElement {
  const { t } = useStudio()
  return (
    <>
      <span className={state === 'agreed' ? 'tag oktag' : 'tag'}>{t(`approvalState.${state}`)}</span>
      {approvers === 0 && state !== 'agreed' && <span className="small soft"> {t('nobodyApproves')}</span>}
    </>
  )
}

function History({ approvals: { steps } }: { readonly approvals: Approvals }): ReactElement | null {
  const { t, language } = useStudio()
  if (steps.length === 0) return null
  return (
    <section aria-labelledby="history">
      <h2 id="history">{t('approvalHistory')}</h2>
      <ol className="plain stack">
        {steps.toReversed().map((step) => (
          <li key={`${step.at} ${step.kind} ${step.organisationId}`}>
            <span className="small soft">
              {momentInWords(step.at, language)} · {step.by || t('auditServer')}
              {step.organisation !== null && ` · ${step.organisation}`}
            </span>
            <br />
            {t(`approvalStep.${step.kind}`, { version: step.version })}
            {step.remark !== '' && <p className="said">{step.remark}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
