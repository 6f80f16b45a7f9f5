// SPDX-License-Identifier: Apache-2.0

/**
 * All colours and measures can be set from outside, by the custom properties that begin with `--uptext-`. Those within have names
 * that nobody else has: a site may well write `--uptext-card: var(--card)`, and a property that is made of itself is none.
 */
export const STYLE = `
:host {
  --_card: var(--uptext-card, #fffdf8);
  --_ink: var(--uptext-ink, #1a1d36);
  --_muted: var(--uptext-muted, #55586d);
  --_line: var(--uptext-line, #7d7b85);
  --_accent: var(--uptext-accent, #2b3a9b);
  --_on-accent: var(--uptext-on-accent, #fff);
  --_tint: var(--uptext-tint, #e7e8f6);
  --_warn: var(--uptext-warn, #fbe9c4);
  --_on-warn: var(--uptext-on-warn, #5b3a00);
  --_good: var(--uptext-good, #0c6b42);
  --_on-good: var(--uptext-on-good, #fff);
  display: block;
  container-type: inline-size;
}
@supports (color: light-dark(#fff, #000)) {
  :host {
    --_card: var(--uptext-card, light-dark(#fffdf8, #1a1d2c));
    --_ink: var(--uptext-ink, light-dark(#1a1d36, #f1eee6));
    --_muted: var(--uptext-muted, light-dark(#55586d, #adafc4));
    --_line: var(--uptext-line, light-dark(#7d7b85, #85889f));
    --_accent: var(--uptext-accent, light-dark(#2b3a9b, #aab5ff));
    --_on-accent: var(--uptext-on-accent, light-dark(#fff, #12152b));
    --_tint: var(--uptext-tint, light-dark(#e7e8f6, #262b48));
    --_warn: var(--uptext-warn, light-dark(#fbe9c4, #43320f));
    --_on-warn: var(--uptext-on-warn, light-dark(#5b3a00, #ffdf9c));
    --_good: var(--uptext-good, light-dark(#0c6b42, #7fd8ad));
    --_on-good: var(--uptext-on-good, light-dark(#fff, #0b2a1c));
  }
}
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; margin: 0; }
[part=box] {
  color: var(--_ink);
  font: 1.0625rem/1.5 var(--uptext-font, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif);
  overflow-wrap: anywhere;
}
section {
  padding: clamp(1rem, 4cqi, 2rem);
  border: 1px solid color-mix(in srgb, var(--_line) 45%, transparent);
  border-radius: var(--uptext-radius, 1.25rem);
  background: var(--_card);
}
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.hint { color: var(--_muted); font-size: .9375rem; }
h2 { font-size: clamp(1.375rem, 1rem + 2.4cqi, 1.875rem); line-height: 1.2; text-wrap: balance; }
h2:focus { outline: none; }
:focus-visible { outline: 3px solid var(--_accent); outline-offset: 3px; }

.strip { display: flex; justify-content: space-between; gap: 1rem; font-weight: 600; }
#status::before {
  content: "";
  display: inline-block;
  width: .6em;
  height: .6em;
  margin-inline-end: .5em;
  border-radius: 50%;
  background: var(--_good);
  animation: wait 1.6s ease-in-out infinite;
}
:host([connection=lost]) #status::before { background: var(--_on-warn); animation: none; }
@keyframes wait { 50% { opacity: .25; } }
.clock { flex: none; font-variant-numeric: tabular-nums; }
.bar { height: 4px; margin-block: .6rem 1.1rem; border-radius: 2px; background: var(--_tint); overflow: hidden; }
.bar::after { content: ""; display: block; height: 100%; width: calc(100% * var(--_left, 1)); background: var(--_accent); transition: width .5s linear; }
[data-hurry] .bar::after { background: var(--_on-warn); }

header { margin-block-end: 1.1rem; padding-block-end: 1rem; border-block-end: 1px solid color-mix(in srgb, var(--_line) 45%, transparent); }
.asks { color: var(--_muted); }
#action { font-size: 1.1875rem; font-weight: 600; }
#notice:not(:empty), #slow { margin-block: .9rem; padding: .8rem 1rem; border-radius: .9rem; background: var(--_warn); color: var(--_on-warn); }
#notice:not(:empty) { font-weight: 600; }
::slotted([slot=fallback]) { display: block; margin-block-start: .5rem; }

.columns { display: grid; gap: 1.25rem 2rem; margin-block: .9rem 1.1rem; }
dl { display: grid; gap: .6rem; }
.row { display: grid; grid-template-columns: 1fr auto; align-items: center; gap: 0 .8rem; padding: .6rem .9rem; border-radius: .9rem; background: var(--_tint); }
dt { grid-column: 1 / -1; color: var(--_muted); font-size: .9375rem; }
dd { min-width: 0; }
#text, #number { font: 600 clamp(1.125rem, .8rem + 2.2cqi, 1.5rem)/1.35 ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; text-align: start; }
[dir=rtl] :is(#text, #number) { text-align: right; }
button, .primary {
  min-height: 2.75rem;
  padding: .5rem 1.1rem;
  border: 1px solid transparent;
  border-radius: .75rem;
  font: inherit;
  font-weight: 600;
  text-align: center;
  cursor: pointer;
}
.primary { display: block; background: var(--_accent); color: var(--_on-accent); text-decoration: none; }
.primary:hover { filter: brightness(1.1); }
a.primary { margin-block: .9rem .6rem; }
.quiet, .copy { border-color: var(--_line); background: none; color: inherit; }
.copy { min-width: 6em; }
.quiet:hover, .copy:hover { background: var(--_tint); }
dl + .hint { margin-block-start: .7rem; }

details { justify-self: center; text-align: center; max-width: 17rem; }
summary { padding-block: .6rem; font-weight: 600; cursor: pointer; }
#qr { display: block; width: min(14rem, 100%); margin: .4rem auto .6rem; border-radius: .75rem; background: #fff; }

footer { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .9rem 1.5rem; padding-block-start: 1rem; border-block-start: 1px solid color-mix(in srgb, var(--_line) 45%, transparent); }
.never { font-weight: 700; }
.never::before { content: "!" / ""; display: inline-grid; place-items: center; width: 1.4em; height: 1.4em; margin-inline-end: .5em; border-radius: 50%; background: var(--_warn); color: var(--_on-warn); }

.result { display: grid; justify-items: center; gap: 1rem; text-align: center; }
.result p { max-width: 34rem; text-wrap: pretty; }
svg { width: 4.5rem; fill: none; stroke: var(--_on-warn); stroke-width: 4; stroke-linecap: round; stroke-linejoin: round; }
circle { fill: var(--_warn); stroke: none; }
.confirmed circle { fill: var(--_good); }
.confirmed svg { stroke: var(--_on-good); }
.answers { display: flex; flex-wrap: wrap; justify-content: center; gap: .8rem; }

@container (max-width: 26rem) {
  /* The button moves up beside the label, so that the code has the whole line. */
  .row { row-gap: .3rem; }
  dt { grid-area: 1 / 1; }
  dd:nth-of-type(1) { grid-area: 2 / 1 / auto / -1; }
  dd:nth-of-type(2) { grid-area: 1 / 2; }
}
@container (min-width: 40rem) {
  .columns { grid-template-columns: minmax(0, 1fr) auto; }
}
@media (pointer: fine) and (min-width: 30.01rem) {
  /* A computer has nothing to text with; its link is there for those that do. */
  a.primary { background: none; border-color: var(--_line); color: inherit; }
}
@media (prefers-reduced-motion: reduce) {
  *, ::before, ::after { animation: none !important; transition: none !important; }
}
@media (forced-colors: active) {
  section, .row, #notice:not(:empty), #slow, button, .primary { border: 1px solid; }
  #status::before { background: CanvasText; forced-color-adjust: none; }
  .bar::after { background: Highlight; forced-color-adjust: none; }
  svg { stroke: CanvasText; }
}
`;
