import { CONSENT_KINDS, type ConsentKind } from '@klankbord/model'
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { Asked } from '../frame/query-state.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { withConsent, withoutConsent, withWords } from './change-definition.ts'
import type { AskedConsent } from './definition-parts.ts'
import { OfferTick } from './offer-tick.tsx'
import type { PartProps } from './part-props.ts'
import { SpokenField } from './spoken-field.tsx'

/** What people are asked to agree to before the first question, and in which words. */
export function ConsentForms(props: PartProps & { readonly languages: readonly string[] }): ReactElement {
  const { api, t } = useStudio()
  const { text, parts, languages, onChange } = props
  const ready = useQuery({ queryKey: ['readyConsents'], queryFn: () => api.readyConsents(), staleTime: Infinity })
  return (
    <section className="sheet pad stack" aria-labelledby="consents">
      <h2 id="consents">{t('consentsTitle')}</h2>
      <p>{t('consentsWhat')}</p>
      <Asked query={ready}>
        {(words) => (
          <>
            {CONSENT_KINDS.map((kind) => {
              const asked = parts.consents[kind]
              return (
                <div key={kind} className="stack">
                  <OfferTick
                    label={t(`consentAsk.${kind}`)}
                    what={t(`consentWhat.${kind}`)}
                    checked={asked !== undefined}
                    onChange={(on) =>
                      onChange(on ? withConsent(text, kind, words[kind], languages) : withoutConsent(text, kind))
                    }
                  />
                  {asked !== undefined && <ConsentWords {...props} kind={kind} asked={asked} />}
                </div>
              )
            })}
          </>
        )}
      </Asked>
      <p className="soft small">{t('consentsPromise')}</p>
    </section>
  )
}

function ConsentWords(props: PartProps & { readonly kind: ConsentKind; readonly asked: AskedConsent }): ReactElement {
  const { t } = useStudio()
  const { text, parts, language, asked, onChange } = props
  const spoken = { language, own: parts.language }
  return (
    <fieldset className="stack under-tick">
      <legend className="sr">{t(`consentAsk.${props.kind}`)}</legend>
      <SpokenField
        long
        label={t('consentSentence')}
        language={language}
        value={asked.title[language] ?? ''}
        onChange={(words) => onChange(withWords(text, `${asked.path}/title`, asked.title, words, spoken))}
      />
      <SpokenField
        long
        label={t('consentNote')}
        language={language}
        value={asked.description[language] ?? ''}
        onChange={(words) => onChange(withWords(text, `${asked.path}/description`, asked.description, words, spoken))}
      />
    </fieldset>
  )
}
