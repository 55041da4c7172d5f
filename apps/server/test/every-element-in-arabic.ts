import type { Json } from '@klankbord/model'
import { EVERY_ELEMENT } from './every-element.ts'

/** The texts of the definition, for a page from right to left; what is not here stays as it is: names. */
const ARABIC: Readonly<Record<string, string>> = {
  'Over uw hulp': 'عن مساعدتكم',
  '<h2>Uw huis</h2><p>Nu komen vragen over <strong>waar u woont</strong>.</p>':
    '<h2>بيتكم</h2><p>الآن أسئلة عن <strong>مكان سكنكم</strong>.</p>',
  '<p>Dit was het laatste stuk.</p>': '<p>كان هذا الجزء الأخير.</p>',
  'Doet u mee?': 'هل تشاركون؟',
  'Uw huis': 'بيتكم',
  'Hoe woont u?': 'كيف تسكنون؟',
  Alleen: 'وحدي',
  'Met mijn gezin': 'مع عائلتي',
  'Weet ik niet': 'لا أعرف',
  'In welk dorp woont u?': 'في أي قرية تسكنون؟',
  'Wat is nu het belangrijkst?': 'ما الأهم الآن؟',
  'Een eigen plek': 'مكان خاص بي',
  Rust: 'الهدوء',
  'Van wie krijgt u hulp?': 'من يساعدكم؟',
  Familie: 'العائلة',
  'Iemand met wie ik samenwoon': 'شخص أسكن معه',
  'De buren': 'الجيران',
  Niemand: 'لا أحد',
  'Wat moet het eerst beter?': 'ما الذي يجب أن يتحسن أولاً؟',
  'Sneller hulp': 'مساعدة أسرع',
  'Meer tijd': 'وقت أكثر',
  'Duidelijke brieven': 'رسائل واضحة',
  'Hoe tevreden bent u?': 'ما مدى رضاكم؟',
  'Er wordt naar mij geluisterd': 'يتم الاستماع إليّ',
  'Ik krijg snel antwoord': 'أحصل على جواب بسرعة',
  Tevreden: 'راضٍ',
  'Niet tevreden': 'غير راضٍ',
  Wanneer: 'متى',
  'Wanneer begon de hulp?': 'متى بدأت المساعدة؟',
  'Wanneer bent u verhuisd?': 'متى انتقلتم؟',
  'Wanneer komt er weer iemand?': 'متى سيأتي أحد من جديد؟',
  'Wat is uw e-mailadres?': 'ما هو بريدكم الإلكتروني؟',
  'Vertel iets over uw contact': 'أخبرونا عن تواصلكم',
  'Met wie had u contact?': 'مع من تواصلتم؟',
  'Hoe vaak?': 'كم مرة؟',
  'Wanneer was de laatste keer?': 'متى كانت آخر مرة؟',
  'Wat vindt uw partner ervan?': 'ما رأي شريككم؟',
  'Welk cijfer geeft u de hulp?': 'أي درجة تعطون للمساعدة؟',
  'Hoeveel weken kreeg u hulp?': 'كم أسبوعاً حصلتم على المساعدة؟',
  'Hoe vaak kwam er iemand in {weeks} weken?': 'كم مرة جاء أحد خلال {weeks} أسابيع؟',
  'Wat kan beter?': 'ما الذي يمكن تحسينه؟',
  'In dagen:': 'بالأيام:',
  'Langer dan een week:': 'أطول من أسبوع:',
  'Die dag moet nog komen.': 'هذا اليوم لم يأتِ بعد.',
  'Die dag is al geweest.': 'هذا اليوم قد مضى.',
  'Dat is meer dan één keer per dag.': 'هذا أكثر من مرة في اليوم.',
  'Tot slot': 'في الختام',
}

/** Every element with its texts in Arabic too; yes, no and "other" in our own words. */
export const EVERY_ELEMENT_IN_ARABIC: Json = translated(EVERY_ELEMENT)

function translated(value: Json): Json {
  if (typeof value === 'string') return ARABIC[value] === undefined ? value : { nl: value, ar: ARABIC[value] }
  if (Array.isArray(value)) return value.map(translated)
  if (typeof value !== 'object' || value === null) return value
  const written = Object.entries(value).filter(([key]) => key !== 'otherText')
  return Object.fromEntries(written.map(([key, each]) => [key, translated(each ?? null)]))
}
