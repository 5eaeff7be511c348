/// What pages are made of, in the order of the sheet.
extension Stylesheet {
    static let parts = """
        .button, button { display: inline-block; min-height: 44px; padding: 10px 16px; font: inherit; font-weight: 600; cursor: pointer;
          border: 0; border-radius: var(--oranje-radius); text-decoration: none;
          background: var(--nl-button-primary-background-color); color: var(--oranje-color-on-action); }
        .button:hover, button:hover { background: var(--oranje-color-action-strong); color: var(--oranje-color-on-action); }
        .button.quiet, button.quiet { background: transparent; color: var(--oranje-color-action);
          box-shadow: inset 0 0 0 1px var(--oranje-color-muted); }
        button.link { background: none; color: var(--oranje-color-action); font-weight: 400; padding: 10px 0; text-decoration: underline; }
        .actions { display: flex; flex-wrap: wrap; gap: 12px; margin: 16px 0; max-width: none; align-items: center; }
        .actions form { margin: 0; }
        .answers { display: grid; gap: 12px; margin: 0 0 24px; max-width: 34rem; }
        .answers form { margin: 0; }
        .answers button { width: 100%; min-height: 56px; font-size: 1.2rem; }
        td .actions { margin: 0; }
        .card { background: var(--oranje-color-surface); border: 1px solid var(--oranje-color-line);
          border-radius: var(--oranje-radius); padding: 16px; margin: 0 0 16px; }
        .card > :last-child { margin-bottom: 0; }
        .cards { display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); margin: 16px 0; }
        .cards .card { margin: 0; }
        .card h2, .card h3 { margin-top: 0; font-size: 1rem; }
        @media (min-width: 48rem) { .card h2, .card h3 { font-size: 1.2rem; } }
        .notice { background: var(--oranje-color-notice-box); color: var(--oranje-color-notice-ink); padding: 12px 16px;
          border-left: 4px solid var(--oranje-color-covered); border-radius: var(--oranje-radius); max-width: none; }
        .nl-alert { padding: 12px 16px; border-radius: var(--oranje-radius); margin: 0 0 16px; border-left: 4px solid; }
        .nl-alert h2 { margin: 0 0 4px; font-size: 1rem; }
        .nl-alert > :last-child { margin-bottom: 0; }
        .nl-alert--error { background: var(--oranje-color-gap-box); color: var(--oranje-color-gap-ink); border-color: var(--oranje-color-gap); }
        .nl-alert--error a { color: inherit; }
        .nl-alert--warning { background: var(--oranje-color-attention-box); color: var(--oranje-color-attention-ink);
          border-color: var(--oranje-color-attention); }
        .nl-alert--warning a { color: inherit; }
        .nl-form-field { margin: 0 0 16px; max-width: 34rem; }
        .nl-form-field label { display: block; font-weight: 600; margin-bottom: 4px; }
        .nl-form-field label .muted { font-weight: 400; }
        .nl-form-field input:not([type=checkbox]), .nl-form-field select, .nl-form-field textarea { width: 100%; min-height: 44px;
          padding: 8px 12px; font: inherit; color: inherit; background: var(--oranje-color-surface);
          border: 1px solid var(--oranje-color-muted); border-radius: var(--oranje-radius); }
        .nl-form-field input.short { max-width: 11rem; }
        .nl-form-field input[type=checkbox] { width: 24px; height: 24px; vertical-align: middle; margin: 0 8px 0 0; }
        .nl-form-field input[type=checkbox] + label { display: inline; font-weight: 400; }
        span.nl-form-field--invalid { display: block; }
        .nl-form-field--invalid { border-left: 4px solid var(--oranje-color-gap); padding-left: 12px; }
        .nl-form-field-error-message { display: block; color: var(--oranje-color-gap); font-weight: 600; margin-bottom: 4px; }
        .hint { color: var(--oranje-color-muted); margin-bottom: 4px; }
        .row { display: flex; flex-wrap: wrap; gap: 0 16px; align-items: flex-end; }
        .row > .nl-form-field { flex: 0 1 18rem; }
        .row > .actions { margin: 0 0 16px; }
        fieldset { border: 0; margin: 0 0 16px; padding: 0; min-width: 0; }
        legend { font-weight: 600; font-size: 1.2rem; padding: 0; margin-bottom: 8px; }
        details { margin: 12px 0; }
        summary { cursor: pointer; padding: 10px 0; color: var(--oranje-color-action); font-weight: 600; }
        .table-frame { overflow-x: auto; margin: 12px 0 16px; border: 1px solid var(--oranje-color-line);
          border-radius: var(--oranje-radius); background: var(--oranje-color-surface); }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        caption { text-align: left; padding: 12px 12px 4px; color: var(--oranje-color-muted); font-size: 0.85rem; }
        th, td { text-align: left; vertical-align: top; padding: 8px 12px; border-top: 1px solid var(--oranje-color-line); }
        thead th { border-top: 0; font-size: 0.85rem; color: var(--oranje-color-muted); font-weight: 600; }
        tbody th { font-weight: 600; }
        tbody th .muted { font-weight: 400; }
        td.number, .number { text-align: right; }
        @media screen and (max-width: 47.99rem) {
          .table-frame { overflow-x: visible; border: 0; background: none; }
          table, thead, tbody, tr, th, td, caption { display: block; }
          thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
          caption { padding-left: 0; }
          tbody tr { background: var(--oranje-color-surface); border: 1px solid var(--oranje-color-line);
            border-radius: var(--oranje-radius); margin-bottom: 12px; padding: 4px 0; }
          tbody th, tbody td { border: 0; padding: 4px 12px; }
          tbody td[data-label]::before { content: attr(data-label) ": "; color: var(--oranje-color-muted); }
          td.empty { display: none; }
          .matrix tbody td:not(.empty) { display: inline-block; }
          .matrix td + td { padding-left: 4px; }
        }
        dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 16px; max-width: none; }
        dl.facts dt { color: var(--oranje-color-muted); }
        dl.facts dd { margin: 0; min-width: 0; overflow-wrap: anywhere; }
        @media (max-width: 30rem) { dl.facts { grid-template-columns: 1fr; gap: 0; } dl.facts dd { margin-bottom: 8px; } }
        .tag { display: inline-block; padding: 0 8px; border-radius: var(--oranje-radius); font-size: 0.85rem; font-weight: 600;
          border: 1px solid currentColor; white-space: nowrap; }
        .tag.covered, .tag.competent { color: var(--oranje-color-covered); }
        .tag.attention { color: var(--oranje-color-attention); }
        .tag.gap { color: var(--oranje-color-gap); }
        .tag.unknown { color: var(--oranje-color-unknown); border-style: dotted; }
        .exercise { background: var(--oranje-color-exercise-band); color: var(--oranje-color-exercise); padding: 8px 16px;
          text-align: center; letter-spacing: 0.1em; max-width: none; border-radius: var(--oranje-radius); }
        .exercise-band { background: var(--oranje-color-exercise-band); color: var(--oranje-color-exercise); margin: 0; max-width: none;
          padding: 8px 16px; text-align: center; border-block: 4px solid var(--oranje-color-exercise); }
        .exercise-band strong { letter-spacing: 0.1em; }
        button[aria-label]:empty::before { content: attr(aria-label); }
        .levels { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(8rem, 1fr)); margin: 16px 0; max-width: none; }
        .levels button, .levels .button { width: 100%; min-height: 56px; text-align: center; }
        .log { list-style: none; padding: 0; max-width: none; }
        .log > li { padding: 8px 0; border-top: 1px solid var(--oranje-color-line); }
        .log p { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
        .side-by-side { display: grid; gap: 12px; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); }
        .tabs { display: flex; flex-wrap: wrap; gap: 0 16px; margin: 0 0 16px; padding: 0; list-style: none; max-width: none; }
        .tabs a { display: block; padding: 10px 0; min-height: 44px; }
        .tabs a[aria-current] { font-weight: 600; color: inherit; text-decoration: none; border-bottom: 3px solid var(--oranje-color-brand); }
        .line-state { position: sticky; bottom: 0; margin: 0; padding: 8px 16px; max-width: none;
          background: var(--oranje-color-attention-box); color: var(--oranje-color-attention-ink); }
        .line-state[hidden] { display: none; }
        progress { width: 100%; height: 16px; accent-color: var(--oranje-color-covered); }
        .figures { display: flex; flex-wrap: wrap; gap: 16px 32px; margin: 16px 0; padding: 0; list-style: none; max-width: none; }
        .figures strong { display: block; font-size: 1.45rem; line-height: 1.2; font-variant-numeric: tabular-nums; }
        .plain { list-style: none; padding: 0; max-width: none; }
        .plain > li { padding: 4px 0; border-top: 1px solid var(--oranje-color-line); display: flex; flex-wrap: wrap; gap: 0 16px;
          align-items: center; }
        .plain > li > :is(p, span) { min-width: 0; overflow-wrap: anywhere; }
        .plain form { margin: 0; }
        .plain.columns { columns: 2 22rem; column-gap: 32px; }
        .plain.columns > li { break-inside: avoid; }
        .crew > li { justify-content: space-between; flex-wrap: nowrap; }
        .entries { list-style: none; padding: 0; max-width: none; }
        .entries > li { padding: 8px 0; border-top: 1px solid var(--oranje-color-line); }
        .entries p { margin: 0 0 4px; }
        .board { list-style: none; padding: 0; max-width: none; }
        .board h2, .board h3 { margin: 0 0 8px; font-size: 1rem; }
        .board p { margin: 0 0 8px; }
        .person { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; justify-content: space-between; padding: 4px 0; }
        .person p { margin: 0; flex: 1 1 9rem; }
        .person .button { white-space: nowrap; padding: 10px 12px; }
        h2.first { margin-top: 0; }
        .pages { display: flex; flex-wrap: wrap; gap: 16px; align-items: center; }

        """

    static let simulation = """
        .holding { display: block; width: 100%; height: auto; }
        .year-frame svg.holding { min-width: 34rem; }
        .holding text { fill: var(--oranje-color-ink); font-size: 13px; }
        .tiles { width: 100%; max-width: 40rem; display: block; }
        .tiles text { fill: var(--oranje-color-ink); font-size: 13px; }
        .tiles .share { font-weight: 700; font-size: 17px; }
        .tiles .tile { fill: var(--oranje-color-surface); stroke: var(--oranje-color-muted); }
        .tiles .tile-own { stroke: var(--oranje-color-ink); stroke-width: 4; }
        .tiles .level { fill: var(--oranje-color-covered); }
        .trend { width: 124px; height: 30px; display: block; }
        .trend polyline { fill: none; stroke: var(--oranje-color-covered); stroke-width: 2; }
        .trend circle { fill: var(--oranje-color-covered); }
        .planning .bar { fill: var(--oranje-color-covered); stroke: var(--oranje-color-covered); stroke-width: 2; }
        .planning .bar-planned, .planning .bar-stopped, .planning .bar-unknown { fill: none; }
        .planning .bar-stopped { stroke: var(--oranje-color-unknown); stroke-dasharray: 6 3; }
        .planning .bar-unknown { stroke: var(--oranje-color-unknown); stroke-dasharray: 1 5; }
        .planning .now { stroke: var(--oranje-color-gap); stroke-width: 2; }
        .holding .grid { stroke: var(--oranje-color-line); fill: none; }
        .series { fill: none; stroke-width: 3; stroke: var(--oranje-color-ink); }
        .band { fill: var(--oranje-color-ink); opacity: 0.12; }
        .series-0 { stroke: var(--oranje-color-gap); stroke-dasharray: 2 4; }
        .band-0 { fill: var(--oranje-color-gap); }
        .series-1 { stroke: var(--oranje-color-attention); stroke-dasharray: 10 5; }
        .band-1 { fill: var(--oranje-color-attention); }
        .series-2 { stroke: var(--oranje-color-covered); }
        .band-2 { fill: var(--oranje-color-covered); }
        .series-3 { stroke: var(--oranje-color-action); stroke-dasharray: 12 4 2 4; }
        .band-3 { fill: var(--oranje-color-action); }
        .series-4 { stroke: var(--oranje-color-unknown); stroke-dasharray: 5 5; }
        .band-4 { fill: var(--oranje-color-unknown); }
        .series-5 { stroke-dasharray: 16 4 4 4 4 4; }
        .series-6 { stroke: var(--oranje-color-exercise); stroke-dasharray: 6 3; }
        .band-6 { fill: var(--oranje-color-exercise); }
        .series-7 { stroke: var(--oranje-color-deep); stroke-dasharray: 1 5 8 5; }
        .band-7 { fill: var(--oranje-color-deep); }
        .legend svg.wide { display: inline; width: 40px; min-width: 0; }
        progress { width: 100%; max-width: 30rem; height: 24px; accent-color: var(--oranje-color-covered); }

        """

    static let coverage = """
        .year-frame { overflow-x: auto; background: var(--oranje-color-surface); border: 1px solid var(--oranje-color-line);
          border-radius: var(--oranje-radius); padding: 8px; margin: 12px 0; }
        .year-frame svg { min-width: 56rem; }
        .year { display: grid; grid-template-columns: minmax(0, 18rem) minmax(0, 1fr); gap: 6px 12px; align-items: center;
          font-size: 0.75rem; }
        .year-frame .year svg { display: block; width: 100%; min-width: 0; }
        .year text { fill: var(--oranje-color-muted); font-size: 12px; }
        @media screen and (max-width: 47.99rem) {
          .year { grid-template-columns: minmax(0, 1fr); gap: 2px; font-size: 0.8rem; }
          .year .line { margin-top: 6px; }
          .year .head { display: none; }
          .year text { font-size: 10px; }
          .year .wide { display: none; }
        }
        .year a:focus-visible rect { stroke: var(--oranje-color-ink); stroke-width: 2; }
        .fill-deep { fill: var(--oranje-color-covered); }
        .fill-covered { fill: url(#half); }
        .fill-gap { fill: url(#cross); }
        .fill-unknown { fill: url(#dots); }
        .stroke-covered { stroke: var(--oranje-color-covered); }
        .stroke-gap { stroke: var(--oranje-color-gap); }
        .stroke-borne { stroke: var(--oranje-color-attention); }
        .fill-borne { fill: url(#bars); }
        .back-borne { fill: var(--oranje-color-attention-box); }
        .back-gap { fill: var(--oranje-color-gap-box); }
        .back { fill: var(--oranje-color-surface); }
        .dot { fill: var(--oranje-color-unknown); }
        .legend { display: flex; flex-wrap: wrap; gap: 8px 24px; list-style: none; padding: 0; max-width: none; font-size: 0.85rem; }
        .legend svg { width: 24px; height: 16px; vertical-align: -3px; margin-right: 4px; }
        @media print {
          .top, .foot, .nl-skip-link, nav, .pages, form, button, .button, .actions { display: none; }
          .person .button { display: inline; min-height: 0; padding: 0; box-shadow: none; }
          html { font-size: 10pt; }
          body { background: #fff; color: #000; }
          main { max-width: none; padding: 0; }
          .table-frame, .year-frame { overflow: visible; }
          .card, .table-frame, .year-frame, .nl-alert { border-color: #999; }
          .card, .nl-alert, tr, svg { break-inside: avoid; }
          thead { display: table-header-group; }
          th, td { padding: 4px 6px; overflow-wrap: anywhere; }
          .year-frame svg { min-width: 0; }
          details::details-content { content-visibility: visible; display: block; block-size: auto; }
          a { color: inherit; }
        }
        """
}
