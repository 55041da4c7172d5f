import { everyPage } from '../../../packages/pages/test/every-page.ts'

// Prints every page that respondents come to, left to right and right to left, as JSON.
process.stdout.write(
  JSON.stringify(
    ['nl', 'ar'].flatMap((language) =>
      everyPage(language).map(({ name, html }) => ({ name: `${name} (${language})`, html })),
    ),
  ),
)
