/** Buttons that read aloud, and where the reading is. Whatever is marked stays where it stands. */
export const READING_STYLE: string = `
[hidden], [data-script] .closing b { display: none !important; }
.listens { display: flex; flex-wrap: wrap; gap: var(--s2); margin-block-start: var(--s3); }
.letter > h1 + .listens { margin-block-start: var(--s3); }
.listen { background: var(--accent-wash); border-color: transparent; border-radius: 2rem; padding-inline: var(--s4) 1.25rem; font-size: var(--small); }
.listen.on { color: #fff; background: var(--accent-strong); }
.spoken { display: flex; }
.spoken > .answer { flex: 1; min-inline-size: 0; padding-inline-end: 0; border-radius: inherit; }
.spoken > button { flex: none; inline-size: 3rem; padding: 0; border: 0; background: none; }
.apart > .spoken { border-radius: var(--radius); }
.pictures > .spoken, .tiles > .spoken { flex-direction: column; border-radius: var(--radius-large); }
.pictures > .spoken > .answer, .tiles > .spoken > .answer { flex: 1 0 auto; padding-inline-end: var(--s3); }
.pictures > .spoken > button, .tiles > .spoken > button { inline-size: auto; }
.now, .answers > .now { background: var(--warm-wash); }
.lead.now, h1.now, h2.now, h3.now, p.now, legend.now { box-shadow: 0 0 0 .25rem var(--warm-wash); border-radius: .0625rem; }
.word { border-block-end: 3px solid var(--warm); }
@media (min-width: 40rem) {
  .faces > .spoken { flex-direction: column; border-radius: var(--radius-large); }
  .faces > .spoken > .answer { flex: 1 0 auto; padding-inline-end: var(--s2); }
  .faces > .spoken > button { inline-size: auto; }
}
@media (forced-colors: active) {
  .listen { border-color: ButtonBorder; }
  .now { outline: 1px dashed Highlight; }
  .word { border-block-end-color: Highlight; }
}
`
