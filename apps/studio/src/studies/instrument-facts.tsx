import { MAKERS_LANGUAGES, type InstrumentSummary, type LocalizedText } from '@klankbord/model'
import type { ReactElement, ReactNode } from 'react'
import { useStudio, useText } from '../frame/studio-context.tsx'
import { languageName } from '../language/local-formats.ts'

/** What somebody wants to know of a questionnaire before they begin with it. */
export function InstrumentFacts({ instrument }: { readonly instrument: InstrumentSummary }): ReactElement {
  const { t, language } = useStudio()
  const text = useText()
  const { measures, forWhom, notFor, questions, allQuestions: all, minutes, languages, limits, rights } = instrument
  const names = (tags: readonly string[]): string => tags.map((tag) => languageName(tag, language)).join(', ')
  const foreign = languages.filter((tag) => !isOurs(tag))
  const watched = limits.some(({ never }) => never !== 'purchasing')
  return (
    <div className="facts">
      <dl>
        <Fact name={t('instrumentMeasures')}>{text(measures)}</Fact>
        <Fact name={t('instrumentForWhom')}>{text(forWhom)}</Fact>
        <Fact name={t('instrumentNotFor')}>{text(notFor)}</Fact>
        <Fact name={t('instrumentHowLong')}>
          {questions < all && `${t('instrumentRouted', { all, questions })} `}
          {t('instrumentMinutes', { minutes })}
        </Fact>
        <Fact name={t('instrumentLanguages')}>
          {names(languages.filter(isOurs))}
          {foreign.length > 0 && ` · ${t('instrumentUnreviewed', { languages: names(foreign) })}`}
        </Fact>
        <Fact name={t('instrumentRights')}>{t(`instrumentRights.${rights}`)}</Fact>
      </dl>
      {limits.length > 0 && (
        <div className="limits">
          <h3>{t('instrumentLimits')}</h3>
          <ul>
            {limits.map(({ never, reason }, place) => (
              <li key={never}>
                <b>{t(`instrumentLimit.${never}`)}.</b> {sameReason(limits[place + 1]?.reason, reason) || text(reason)}
              </li>
            ))}
          </ul>
          {watched && <p className="small">{t('instrumentLimitWatched')}</p>}
        </div>
      )}
      <p className="small soft">{t('instrumentMore')}</p>
    </div>
  )
}

const isOurs = (tag: string): boolean => MAKERS_LANGUAGES.includes(tag)

/** A reason that several limits share is read once, after the last of them. */
function sameReason(next: LocalizedText | undefined, reason: LocalizedText): boolean {
  return next !== undefined && next['nl'] === reason['nl']
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
