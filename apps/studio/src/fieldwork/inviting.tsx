import type { WaveSummary } from '@klankbord/model'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement, ReactNode } from 'react'
import type { WaveKeys } from '../api/fieldwork-client.ts'
import type { FrameSummary } from '../api/fieldwork-types.ts'
import { Icon } from '../frame/icon.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { CodesStep } from './codes-step.tsx'
import { DrawStep } from './draw-step.tsx'
import { isDone, nextStep, stepsOf, type InvitingStep } from './inviting-step.ts'
import { ListStep } from './list-step.tsx'
import { MarkStep } from './mark-step.tsx'
import { PlanStep } from './plan-step.tsx'
import { SendStep } from './send-step.tsx'
import type { StepProps } from './step-props.ts'

/** From a list of people to what became of each invitation, step by step; the one to do now is open. */
export function Inviting({ keys, wave }: { readonly keys: WaveKeys; readonly wave: WaveSummary }): ReactElement {
  const { api, t } = useStudio()
  const frame = useQuery({ queryKey: ['frame', keys.wave], queryFn: () => api.frame(keys) })
  return (
    <section aria-labelledby="inviting">
      <h2 id="inviting">{t('invitingTitle')}</h2>
      {wave.state === 'open' && <p className="soft measure">{t('invitingWhat')}</p>}
      <Asked query={frame}>
        {(known) => (
          <ol className="plain inviting">
            {stepsOf(wave.state).map((step) => (
              <Step key={step} step={step} frame={known}>
                {contentOf(step, { keys, wave, frame: known })}
              </Step>
            ))}
          </ol>
        )}
      </Asked>
    </section>
  )
}

function contentOf(step: InvitingStep, props: StepProps): ReactElement {
  switch (step) {
    case 'list':
      return <ListStep {...props} />
    case 'plan':
      return <PlanStep {...props} />
    case 'draw':
      return <DrawStep {...props} />
    case 'codes':
      return <CodesStep {...props} />
    case 'send':
      return <SendStep {...props} />
    case 'marks':
      return <MarkStep {...props} />
  }
}

function Step(props: {
  readonly step: InvitingStep
  readonly frame: FrameSummary
  readonly children: ReactNode
}): ReactElement {
  const { t } = useStudio()
  const { step, frame } = props
  const done = isDone(step, frame)
  const { people, invitations, withCode } = frame
  return (
    <li>
      <details className="sheet step" open={step === nextStep(frame)}>
        <summary>
          <span className={done ? 'mark-done ok' : 'mark-done'}>{done && <Icon name="good" />}</span>
          <b>{t(`step.${step}`)}</b>
          <span className="soft state-of">{t(`stepState.${step}`, { people, invitations, codes: withCode })}</span>
        </summary>
        <div className="stack">{props.children}</div>
      </details>
    </li>
  )
}
