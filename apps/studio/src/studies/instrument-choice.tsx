import type { InstrumentSummary } from '@klankbord/model'
import type { ReactElement } from 'react'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { groupInstruments } from './instrument-groups.ts'
import { InstrumentFacts } from './instrument-facts.tsx'

/** The questionnaires to choose from, by group, each with its length; the chosen one opens with all that is known of it. */
export function InstrumentChoice(props: {
  readonly instruments: readonly InstrumentSummary[]
  readonly chosen: InstrumentSummary
  readonly onChoose: (instrument: InstrumentSummary) => void
}): ReactElement {
  const { t } = useStudio()
  const { instruments, chosen, onChoose } = props
  return (
    <fieldset className="instruments">
      <legend>{t('whichInstrument')}</legend>
      {groupInstruments(instruments).map((one) => (
        <div key={one.group} role="group" aria-labelledby={`group-${one.group}`} className="pickone">
          <h2 id={`group-${one.group}`}>{t(`instrumentGroup.${one.group}`)}</h2>
          {one.instruments.map((instrument) => (
            <InstrumentOption
              key={instrument.id}
              instrument={instrument}
              chosen={instrument.id === chosen.id}
              onChoose={() => onChoose(instrument)}
            />
          ))}
        </div>
      ))}
    </fieldset>
  )
}

function InstrumentOption(props: {
  readonly instrument: InstrumentSummary
  readonly chosen: boolean
  readonly onChoose: () => void
}): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const { instrument, chosen, onChoose } = props
  const { title, questions, minutes } = instrument
  return (
    <div className={chosen ? 'option chosen' : 'option'}>
      <label>
        <input type="radio" name="instrument" checked={chosen} onChange={onChoose} />
        <span className="name">{text(title)}</span>
        <span className="small soft">{t('instrumentLength', { questions, minutes })}</span>
      </label>
      {chosen && <InstrumentFacts instrument={instrument} />}
    </div>
  )
}
