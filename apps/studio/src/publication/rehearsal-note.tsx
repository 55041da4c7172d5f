import type { ReactElement } from 'react'
import type { Rehearsal } from '../api/api-types.ts'
import { useStudio, useText } from '../frame/studio-context.tsx'

/** What an edition would leave out and why, and which groups to take together so that more can be shown. */
export function RehearsalNote({ rehearsal }: { readonly rehearsal: Rehearsal }): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const { edition, hidden, method, weighted } = rehearsal
  const breakdowns = [...new Set(hidden.map(({ by }) => (by === null ? t('rehearseEverybody') : text(by))))]
  return (
    <section className="sheet pad stack rehearsal" aria-live="polite">
      <h3>{t(hidden.length === 0 ? 'rehearseNothing' : 'rehearseHidden', { edition })}</h3>
      <p className="soft">{t('rehearseNotWritten')}</p>
      {breakdowns.map((name) => (
        <div key={name}>
          <h4>{name}</h4>
          <ul className="points">
            {hidden
              .filter(({ by }) => (by === null ? t('rehearseEverybody') : text(by)) === name)
              .map((one) => (
                <li key={JSON.stringify(one)}>
                  <HiddenLine one={one} weighted={weighted} />
                </li>
              ))}
          </ul>
        </div>
      ))}
      {(method === 'bounded' || method === 'coarse') && <p>{t('rehearseMore')}</p>}
      {hidden.length > 0 && <Merges merges={rehearsal.merges} />}
    </section>
  )
}

function HiddenLine({
  one,
  weighted,
}: {
  readonly one: Rehearsal['hidden'][number]
  readonly weighted: boolean
}): ReactElement {
  const { t } = useStudio()
  const text = useText()
  const { answer, reason, questions } = one
  const group = one.group === null ? t('rehearseEverybody') : text(one.group)
  const why = t(weighted && reason === 'complementary' ? 'rehearseWhy.weighted' : `rehearseWhy.${reason}`)
  if (answer === null) return <>{t('rehearseGroup', { group, questions: questions.length, why })}</>
  return <>{t('rehearseAnswer', { group, question: text(questions[0] ?? {}), answer: text(answer), why })}</>
}

function Merges({ merges }: Pick<Rehearsal, 'merges'>): ReactElement | null {
  const { t } = useStudio()
  const text = useText()
  if (merges === null) return <p>{t('rehearseFixed')}</p>
  if (merges.length === 0) return null
  const breakdowns = [...new Set(merges.map(({ label }) => text(label)))]
  return (
    <div>
      <h4>{t('rehearseMerges')}</h4>
      {breakdowns.map((name) => (
        <div key={name}>
          <p>{t('rehearseMergesOf', { by: name })}</p>
          <ul className="points">
            {merges
              .filter(({ label }) => text(label) === name)
              .map(({ by, groups: [one, other], figures, planned }) => (
                <li key={`${by} ${one.code} ${other.code}`}>
                  {t('rehearseMerge', { one: text(one.label), other: text(other.label), figures })}
                  {planned !== null && (
                    <details>
                      <summary>{t('rehearsePlan')}</summary>
                      <code className="wrap">{JSON.stringify(planned)}</code>
                    </details>
                  )}
                </li>
              ))}
          </ul>
        </div>
      ))}
    </div>
  )
}
