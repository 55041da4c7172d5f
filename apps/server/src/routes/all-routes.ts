import { openApi } from '../http/open-api.ts'
import { json } from '../http/reply.ts'
import { dataRoute, type Route } from '../http/route.ts'
import { accountRoutes } from './account-routes.ts'
import { analysisOfRoundsRoutes } from './analysis-of-rounds-routes.ts'
import { analysisRoutes } from './analysis-routes.ts'
import { approvalRoutes } from './approval-routes.ts'
import { assetRoutes } from './asset-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import { commentRoutes } from './comment-routes.ts'
import { designRoutes } from './design-routes.ts'
import { fieldworkRoutes } from './fieldwork-routes.ts'
import { fixedPlanRoutes } from './fixed-plan-routes.ts'
import { formRequestRoutes } from './form-request-routes.ts'
import { frameRoutes } from './frame-routes.ts'
import { draftKeyRoutes } from './draft-key-routes.ts'
import { entryRoutes } from './entry-routes.ts'
import { healthRoutes } from './health-routes.ts'
import { invitationFileRoutes } from './invitation-file-routes.ts'
import { invitationRoutes } from './invitation-routes.ts'
import { joiningRoutes } from './joining-routes.ts'
import { metricsRoutes } from './metrics-routes.ts'
import { organisationRoutes } from './organisation-routes.ts'
import { outboxRoutes } from './outbox-routes.ts'
import { againRoutes } from './again-routes.ts'
import { otherFormRoutes } from './other-form-routes.ts'
import { pictureRoutes } from './picture-routes.ts'
import { previewRoutes } from './preview-routes.ts'
import { privacyRoutes } from './privacy-routes.ts'
import { programmeRoutes } from './programme-routes.ts'
import { publicationRoutes } from './publication-routes.ts'
import { quoteRoutes } from './quote-routes.ts'
import { recordRoutes } from './record-routes.ts'
import { respondentRoutes } from './respondent-routes.ts'
import { reportTextRoutes } from './report-text-routes.ts'
import { resumeRoutes } from './resume-routes.ts'
import { responseRoutes } from './response-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { frontRoutes, shortAddressRoutes } from './short-address-routes.ts'
import { sharingRoutes } from './sharing-routes.ts'
import { signOnRoutes } from './sign-on-routes.ts'
import { studyRoutes } from './study-routes.ts'
import { editionRoutes } from './edition-routes.ts'
import { waveRoutes } from './wave-routes.ts'
import { workRoutes } from './work-routes.ts'

const described: Route = dataRoute({
  method: 'GET',
  path: '/api/openapi.json',
  role: 'public',
  output: 'open',
  summary: 'This description of all routes.',
  responses: { 200: 'OpenAPI 3.1.' },
  handler: async (_request, { settings }) => json(200, openApi(ALL_ROUTES, settings.publicUrl())),
})

/** Every route of the server, most specific first. */
export const ALL_ROUTES: readonly Route[] = [
  ...healthRoutes,
  ...metricsRoutes,
  ...respondentRoutes,
  ...frontRoutes,
  ...resumeRoutes,
  ...otherFormRoutes,
  ...againRoutes,
  ...responseRoutes,
  ...draftKeyRoutes,
  ...publicationRoutes,
  ...sessionRoutes,
  ...signOnRoutes,
  ...accountRoutes,
  ...workRoutes,
  ...organisationRoutes,
  ...joiningRoutes,
  ...programmeRoutes,
  ...auditRoutes,
  ...entryRoutes,
  ...studyRoutes,
  ...reportTextRoutes,
  ...waveRoutes,
  ...editionRoutes,
  ...fixedPlanRoutes,
  ...approvalRoutes,
  ...sharingRoutes,
  ...frameRoutes,
  ...invitationRoutes,
  ...outboxRoutes,
  ...invitationFileRoutes,
  ...fieldworkRoutes,
  ...analysisRoutes,
  ...analysisOfRoundsRoutes,
  ...formRequestRoutes,
  ...recordRoutes,
  ...privacyRoutes,
  ...quoteRoutes,
  ...commentRoutes,
  ...designRoutes,
  ...previewRoutes,
  described,
  ...pictureRoutes,
  ...assetRoutes,
  ...shortAddressRoutes,
]
