import type { ReactElement } from 'react'
import type { TopicWording, WaveComparison } from '../api/api-types.ts'
import { useStudio, useText } from '../frame/studio-context.tsx'

/** With what the answers to a topic may be compared: the rule, and round by round what it comes to. */
export function ComparisonList({ topic }: { readonly topic: TopicWording }): ReactElement {
  const { t } = useStudio()
  const { own, comparisons } = topic
  const allowed = comparisons.filter(({ differs }) => differs.length === 0).length
  return (
    <div className="compared small">
      {own && <p>{t('wordingComparedOwn')}</p>}
      {comparisons.length > 0 && (
        <details>
          <summary>{t('wordingRounds', { allowed, count: comparisons.length })}</summary>
          <ul className="points">
            {comparisons.map((one, index) => (
              <Round key={`${JSON.stringify(one)} ${index}`} comparison={one} />
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function Round({ comparison }: { readonly comparison: WaveComparison }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const { wave, study, organisation, differs } = comparison
  const why = differs.map((difference) => t(`wordingDiffers.${difference}`)).join(', ')
  return (
    <li>
      <b>{text(wave)}</b> ({text(study)}, {organisation}):{' '}
      {differs.length === 0 ? t('wordingMay') : t('wordingMayNot', { why })}
    </li>
  )
}
