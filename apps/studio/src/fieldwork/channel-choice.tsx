import type { ReactElement } from 'react'
import { useStudio } from '../frame/studio-context.tsx'
import { OTHER_CHANNELS, type PlanProps } from './round-plan.ts'

/** In what ways people can take part besides online, which they always can. */
export function ChannelChoice({ plan, onChange }: PlanProps): ReactElement {
  const { t } = useStudio()
  return (
    <fieldset className="choice">
      <legend>{t('channelChoice')}</legend>
      {OTHER_CHANNELS.map((channel) => (
        <label key={channel} className="tick">
          <input
            type="checkbox"
            checked={plan.besides.includes(channel)}
            onChange={({ target }) =>
              onChange({
                ...plan,
                besides: OTHER_CHANNELS.filter((one) =>
                  one === channel ? target.checked : plan.besides.includes(one),
                ),
              })
            }
          />{' '}
          {t(`channelChoice.${channel}`)}
        </label>
      ))}
      <p className="soft small">{t('channelChoiceWhat')}</p>
    </fieldset>
  )
}
