import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { failureOf } from '../api/api-failure.ts'
import type { StudyOutline, StudyQuote } from '../api/desk-types.ts'
import { FailureNote } from '../frame/note.tsx'
import { Asked } from '../frame/query-state.tsx'
import { useStudio } from '../frame/studio-context.tsx'
import { dayInWords } from '../language/local-formats.ts'
import { PersonalDataNote } from './desk-fields.tsx'
import { isResearcher } from './desks.ts'
import { QUOTE_STATES, quoteActions, type QuoteAction } from './quote-actions.ts'
import { QuoteCandidates } from './quote-candidates.tsx'

/** Words of respondents on their way to a publication: proposed by a researcher, released by a client expert. */
export function QuotesPage({ study }: { readonly study: StudyOutline }): ReactElement {
  const { api, t, language } = useStudio()
  const query = useQuery({
    queryKey: ['quotes', study.id, language],
    queryFn: () => api.quotes(study.id, language),
  })
  return (
    <>
      <Asked query={query}>
        {(quotes) => (
          <>
            {quotes.length === 0 && <p>{t('quotesNone')}</p>}
            {QUOTE_STATES.map((state) => (
              <QuoteList key={state} study={study} state={state} quotes={quotes.filter((one) => one.state === state)} />
            ))}
          </>
        )}
      </Asked>
      {isResearcher(study.roles) && <QuoteCandidates study={study} />}
    </>
  )
}

function QuoteList(props: {
  readonly study: StudyOutline
  readonly state: StudyQuote['state']
  readonly quotes: readonly StudyQuote[]
}): ReactElement | null {
  const { t } = useStudio()
  if (props.quotes.length === 0) return null
  return (
    <section className="stack" aria-labelledby={`quotes-${props.state}`}>
      <h2 id={`quotes-${props.state}`}>{t(`quotesState.${props.state}`)}</h2>
      {props.quotes.map((quote) => (
        <Quote key={quote.id} study={props.study} quote={quote} />
      ))}
    </section>
  )
}

function Quote({ study, quote }: { readonly study: StudyOutline; readonly quote: StudyQuote }): ReactElement {
  const { api, t, language } = useStudio()
  const client = useQueryClient()
  const act = useMutation({
    mutationFn: (action: QuoteAction) =>
      action === 'takeBack'
        ? api.takeQuoteBack(study.id, quote.id)
        : api.decideQuote(study.id, quote.id, action === 'release' ? 'released' : 'refused'),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quotes', study.id] }),
  })
  const actions = quoteActions(quote, study.roles)
  const { proposer: by, on, decided } = quote
  return (
    <article className="sheet pad stack">
      <h3>{quote.title}</h3>
      <blockquote className="said">{quote.text}</blockquote>
      <PersonalDataNote kinds={quote.kinds} />
      <p className="small soft">
        {t('quoteProposedBy', { by, day: dayInWords(on, language) })}
        {decided !== null && ` ${t('quoteDecidedBy', { by: decided.by, day: dayInWords(decided.on, language) })}`}
        {quote.mine && quote.state === 'proposed' && ` ${t('quoteMine')}`}
      </p>
      {act.isError && <FailureNote failure={failureOf(act.error)} />}
      {actions.length > 0 && (
        <div className="row">
          {actions.map((action) => (
            <button
              key={action}
              type="button"
              className={action === 'release' ? 'btn strong' : 'btn'}
              disabled={act.isPending}
              onClick={() => act.mutate(action)}
            >
              {t(`quoteAction.${action}`)}
            </button>
          ))}
        </div>
      )}
    </article>
  )
}
