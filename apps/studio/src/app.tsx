import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { useEffect, useMemo, useState, type ReactElement } from 'react'
import { Redirect, Route, Router, Switch } from 'wouter'
import { AccountPage } from './account/account-page.tsx'
import { createApiClient } from './api/api-client.ts'
import { failureOf, isPassing } from './api/api-failure.ts'
import { AroundPage } from './around/around-page.tsx'
import { ApprovalPage } from './approval/approval-page.tsx'
import { AuditPage } from './audit/audit-page.tsx'
import { DesignPage } from './design/design-page.tsx'
import { createDraftKeepers } from './design/draft-keepers.ts'
import { EntryPage } from './entry/entry-page.tsx'
import { FieldworkPage } from './fieldwork/fieldwork-page.tsx'
import { CommentsPage } from './desk/comments-page.tsx'
import { OutboxPage } from './desk/outbox-page.tsx'
import { PrivacyPage } from './desk/privacy-page.tsx'
import { QuotesPage } from './desk/quotes-page.tsx'
import { RecordsPage } from './desk/records-page.tsx'
import { StudyDesk } from './desk/study-desk.tsx'
import { FaultBoundary } from './frame/fault-boundary.tsx'
import { FaultPage, LostPage } from './frame/lost-page.tsx'
import { FailureNote } from './frame/note.tsx'
import { StudioContext } from './frame/studio-context.tsx'
import { HomePage } from './home/home-page.tsx'
import { chooseLanguage, type InterfaceLanguage } from './language/interface-language.ts'
import { messagesIn } from './language/messages.ts'
import { PublicationPage } from './publication/publication-page.tsx'
import { TextsPage } from './publication/texts-page.tsx'
import { SessionEndedNote } from './session/session-ended-note.tsx'
import { watchSession } from './session/session-watch.ts'
import { JoinPage } from './session/join-page.tsx'
import { SignInPage } from './session/sign-in-page.tsx'
import { SignedOutPage } from './session/signed-out-page.tsx'
import { useSession } from './session/use-session.ts'
import { OrganisationsPage } from './staff/organisations-page.tsx'
import { StaffPage } from './staff/staff-page.tsx'
import { NewStudyPage } from './studies/new-study-page.tsx'
import { StudyPage } from './study/study-page.tsx'
import { WordingPage } from './wording/wording-page.tsx'

const REMEMBERED = 'klankbord-studio-language'

const watch = watchSession(window.fetch.bind(window))
const api = createApiClient(watch.fetch)
const drafts = createDraftKeepers(api, {
  now: () => Date.now(),
  later: (run, milliseconds) => {
    const timer = window.setTimeout(run, milliseconds)
    return () => window.clearTimeout(timer)
  },
})
const queries = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 2000, retry: (count, error) => count < 2 && isPassing(failureOf(error)) },
    mutations: { networkMode: 'always' },
  },
})

/** The studio: what stays the same on every page, and which page it is. */
export function App({ token }: { readonly token: string | null }): ReactElement {
  const [language, setLanguage] = useState(() => chooseLanguage(localStorage.getItem(REMEMBERED), navigator.languages))
  const t = useMemo(() => messagesIn(language), [language])
  useEffect(() => void (document.documentElement.lang = language), [language])
  useEffect(warnOfUnsaved, [])
  const choose = (next: InterfaceLanguage): void => {
    localStorage.setItem(REMEMBERED, next)
    setLanguage(next)
  }
  return (
    <StudioContext value={{ api, drafts, language, setLanguage: choose, t }}>
      <QueryClientProvider client={queries}>
        <Router base="/studio">
          <FaultBoundary fallback={<FaultPage />}>
            <SessionEndedNote watch={watch} />
            <Switch>
              <Route path="/sign-in">
                <SignInPage token={token} />
              </Route>
              <Route path="/join">
                <JoinPage token={token} />
              </Route>
              <Route>
                <Pages />
              </Route>
            </Switch>
          </FaultBoundary>
        </Router>
      </QueryClientProvider>
    </StudioContext>
  )
}

function Pages(): ReactElement | null {
  const session = useSession()
  if (session.isError) {
    return (
      <main className="narrow">
        <FailureNote failure={failureOf(session.error)} retry={() => void session.refetch()} />
      </main>
    )
  }
  if (session.data === undefined) return null
  if (session.data === null) return <SignedOutPage />
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/new" component={NewStudyPage} />
      <Route path="/account" component={AccountPage} />
      <Route path="/organisations" component={OrganisationsPage} />
      <Route path="/organisations/:organisation">
        {({ organisation }) => <StaffPage key={organisation} organisation={organisation} />}
      </Route>
      <Route path="/audit" component={AuditPage} />
      <Route path="/studies/:study">{({ study }) => <Redirect to={`/studies/${study}/design`} replace />}</Route>
      <Route path="/studies/:study/entry">{({ study }) => <EntryPage key={study} study={study} />}</Route>
      <Route path="/studies/:study/design">
        {({ study }) => <StudyPage key={study} study={study} step="design" page={DesignPage} />}
      </Route>
      <Route path="/studies/:study/around">
        {({ study }) => <StudyPage key={study} study={study} step="design" page={AroundPage} />}
      </Route>
      <Route path="/studies/:study/wording">
        {({ study }) => <StudyPage key={study} study={study} step="design" page={WordingPage} />}
      </Route>
      <Route path="/studies/:study/fieldwork">
        {({ study }) => <StudyPage key={study} study={study} step="fieldwork" page={FieldworkPage} />}
      </Route>
      <Route path="/studies/:study/publication">
        {({ study }) => <StudyPage key={study} study={study} step="publication" page={PublicationPage} />}
      </Route>
      <Route path="/studies/:study/texts">
        {({ study }) => <StudyPage key={study} study={study} step="publication" page={TextsPage} />}
      </Route>
      <Route path="/studies/:study/outbox">
        {({ study }) => <StudyDesk key={study} study={study} desk="outbox" page={OutboxPage} />}
      </Route>
      <Route path="/studies/:study/records">
        {({ study }) => <StudyDesk key={study} study={study} desk="records" page={RecordsPage} />}
      </Route>
      <Route path="/studies/:study/privacy">
        {({ study }) => <StudyDesk key={study} study={study} desk="privacy" page={PrivacyPage} />}
      </Route>
      <Route path="/studies/:study/quotes">
        {({ study }) => <StudyDesk key={study} study={study} desk="quotes" page={QuotesPage} />}
      </Route>
      <Route path="/studies/:study/comments">
        {({ study }) => <StudyDesk key={study} study={study} desk="comments" page={CommentsPage} />}
      </Route>
      <Route path="/studies/:study/approval">{({ study }) => <ApprovalPage key={study} study={study} />}</Route>
      <Route component={LostPage} />
    </Switch>
  )
}

/** Asks before the tab closes while words are unsaved. */
function warnOfUnsaved(): () => void {
  const ask = (event: BeforeUnloadEvent): void => {
    if (drafts.anyUnsaved()) event.preventDefault()
  }
  window.addEventListener('beforeunload', ask)
  return () => window.removeEventListener('beforeunload', ask)
}
