import type { Invitation } from '@klankbord/pages'

/** Somebody who is asked to take part in an anonymous wave, with all that can be told. */
export const INVITATION: Invitation = {
  language: 'nl',
  languages: ['nl', 'en', 'ar'],
  kind: 'invitation',
  studyTitle: { nl: 'Ervaringen met hulp 2027', en: 'Experiences with help 2027' },
  owner: { name: 'Cliëntenraad Voorbeeldstad', helpPhone: '0800 – 000 00 00' },
  recipient: 'Mw. A. de Vries',
  code: 'K7M-D93-XWPN',
  link: 'https://vragen.voorbeeldstad.example/v/hulp-2027#K7M-D93-XWPN',
  address: 'vragen.voorbeeldstad.example/hulp-2027',
  otherWays: ['paper', 'telephone', 'talk'],
  lastDay: '2027-05-31',
  anonymous: true,
  minutes: 12,
}
