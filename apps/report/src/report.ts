import { enhance } from '@klankbord/report-page/browser'

enhance(document)
