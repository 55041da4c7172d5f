import { html, type Html } from '../html.ts'
import { pictogram, type Pictogram, type Pictograms } from './pictogram.ts'

/** Eyes that are the same on most faces. */
const EYES = html`<circle class="solid" cx="24" cy="27" r="3" /><circle class="solid" cx="40" cy="27" r="3" />`

type Colour = 'fill' | 'warm' | 'plain'

const face = (nl: string, en: string, colour: Colour, path: Html): Pictogram =>
  pictogram(nl, en, html`<circle class="${colour}" cx="32" cy="32" r="27" />${path}`)

/**
 * Five faces for a scale of five, the most positive first. The mouth and the brows tell them apart; colour only helps.
 * A face looks the same in both directions of writing: in right-to-left pages the order turns round, by the page, and
 * no face is mirrored.
 */
export const FACES: Pictograms = {
  'face-delighted': face(
    'Heel goed',
    'Very good',
    'fill',
    html`<path d="M18 27c1.5-4 7.5-4 9 0M37 27c1.5-4 7.5-4 9 0" /><path
        d="M18 36h28c0 8.5-6 14-14 14s-14-5.5-14-14z"
      />`,
  ),
  'face-glad': face('Goed', 'Good', 'fill', html`${EYES}<path d="M20 39c3 5.5 7 8 12 8s9-2.5 12-8" />`),
  'face-calm': face('Gaat wel', 'In between', 'plain', html`${EYES}<path d="M22 43h20" />`),
  'face-sad': face('Slecht', 'Bad', 'warm', html`${EYES}<path d="M22 46c2.5-4 6-6 10-6s7.5 2 10 6" />`),
  'face-upset': face(
    'Heel slecht',
    'Very bad',
    'warm',
    html`${EYES}<path d="m17 21 8-4M47 21l-8-4M20 48c2.5-7 6.5-10 12-10s9.5 3 12 10" />`,
  ),
}
