/// The one style sheet. Colours are pairs with a contrast of 4.5 and more, in light and in dark.
enum PageStyle {
    static let source = base + layout + form + talk + BookStyle.source

    private static let base = #"""
        :root {
          color-scheme: light dark;
          --paper: #f5f3ee; --card: #ffffff; --ink: #1b2a31; --soft: #4c5b64; --line: #d6d1c6;
          --edge: #6f7c84; --accent: #0b5566; --on-accent: #ffffff; --accent-strong: #073e4b; --tint: #e2f0f3;
          --good: #1d6b3a; --bad: #a3261b; --bad-tint: #fbeae8; --focus: #0b5566;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #10171b; --card: #182228; --ink: #e8eef0; --soft: #adbac1; --line: #303d45;
            --edge: #82929b; --accent: #86cddd; --on-accent: #06242c; --accent-strong: #b4e2ec;
              --tint: #16333c;
            --good: #86d6a3; --bad: #ffa79e; --bad-tint: #3a1d1b; --focus: #b4e2ec;
          }
        }
        *, *::before, *::after { box-sizing: border-box; }
        html { font-size: 100%; -webkit-text-size-adjust: 100%; }
        body {
          margin: 0; background: var(--paper); color: var(--ink); min-height: 100vh;
          font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
          display: flex; flex-direction: column; overflow-wrap: anywhere;
        }
        h1 { font-size: clamp(1.6rem, 1.2rem + 2vw, 2.2rem); line-height: 1.2; margin: 0 0 .75rem;
          font-weight: 650; }
        h2 { font-size: 1.1rem; line-height: 1.3; margin: 0 0 .75rem; font-weight: 650; }
        p { margin: 0 0 1rem; max-width: 68ch; }
        a { color: var(--accent); text-underline-offset: .18em; text-decoration-thickness: .08em; }
        a:hover { color: var(--accent-strong); text-decoration-thickness: .14em; }
        :focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 4px; }
        #main:focus, h1:focus { outline: none; }
        [hidden] { display: none !important; }
        .visually-hidden {
          position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
            white-space: nowrap;
        }
        .skip { position: absolute; left: 1rem; top: -4rem; background: var(--card); padding: .6rem 1rem;
          z-index: 2; }
        .skip:focus { top: .5rem; }

        """#

    private static let layout = #"""
        .inner { width: 100%; max-width: 68rem; margin: 0 auto; padding: 0 1rem; }
        header.site { background: var(--card); border-bottom: 1px solid var(--line); }
        header.site .inner {
          display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center;
            justify-content: space-between;
          min-height: 4rem; padding-top: .6rem; padding-bottom: .6rem;
        }
        .brand { margin: 0; font-weight: 650; font-size: 1.15rem; line-height: 1; }
        .brand a { color: inherit; text-decoration: none; display: inline-flex; align-items: center;
          gap: .65rem; }
        .brand a:hover { text-decoration: underline; }
        .mark { width: 1.9rem; height: 1.9rem;
          background: url(/assets/icon.svg) center / contain no-repeat; flex: none; }
        .languages ul { display: flex; gap: .25rem; list-style: none; margin: 0 -.6rem; padding: 0; }
        .languages a { display: block; padding: .6rem .6rem; border-radius: .4rem; }
        .languages a[aria-current] { color: var(--ink); font-weight: 650; text-decoration: none; }
        .columns { flex: 1; display: grid; gap: 1.5rem 3rem; padding-top: 2rem; padding-bottom: 3rem;
          align-content: start; }
        .columns > * { min-width: 0; }
        @media (min-width: 58rem) {
          .columns { grid-template-columns: minmax(0, 1fr) 19rem; padding-top: 3rem; }
        }
        .card { background: var(--card); border: 1px solid var(--line); border-radius: .75rem;
          padding: 1.25rem; }
        .card > :last-child { margin-bottom: 0; }
        .side { display: grid; gap: 1rem; align-content: start; font-size: 1rem; }
        .side dl { margin: 0; display: grid; grid-template-columns: auto 1fr; gap: .35rem 1rem; }
        .side dt { color: var(--soft); }
        .side dd { margin: 0; text-align: end; font-variant-numeric: tabular-nums; }
        .side .special { grid-column: 1 / -1; text-align: start; }
        .side dt.special { border-top: 1px solid var(--line); padding-top: .5rem; margin-top: .15rem; }
        .side dd.special { margin-top: -.35rem; }
        .side dl.contact { grid-template-columns: 1fr; gap: 0; }
        .side dl.contact dd { text-align: start; margin-bottom: .5rem; }
        .side dl.contact dd:last-child { margin-bottom: 0; }
        footer.site { border-top: 1px solid var(--line); color: var(--soft); }
        footer.site ul { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; list-style: none; margin: 0;
          padding: 1rem 0; }
        footer.site a { display: inline-block; padding: .3rem 0; }
        .embedded header.site .brand, .embedded footer.site { display: none; }
        .embedded .columns { padding-top: 1rem; padding-bottom: 1rem; }
        .embedded .side > :not(.receipt) { display: none; }
        .desk { margin-bottom: .5rem; }
        .dot { display: inline-block; width: .7rem; height: .7rem; margin-inline-end: .5rem;
          border-radius: 50%; border: 2px solid var(--soft); }
        .desk.open .dot { background: var(--good); border-color: var(--good); }
        .greeting { font-size: 1.15rem; color: var(--soft); }
        .badge {
          display: inline-block; padding: .2rem .8rem; border-radius: 1rem; background: var(--tint);
            font-weight: 600;
          border: 1px solid var(--line);
        }
        .facts { margin: 0 0 1.5rem; display: grid; grid-template-columns: max-content 1fr;
          gap: .6rem 1.5rem; }
        .facts dt { color: var(--soft); }
        .facts dd { margin: 0; font-weight: 600; }
        @media (max-width: 30rem) { .facts { grid-template-columns: 1fr; gap: 0; } .facts dd {
          margin-bottom: .6rem; } }

        """#

    private static let form = #"""
        label { display: block; font-weight: 600; margin: 1rem 0 .3rem; }
        form > label:first-of-type { margin-top: 0; }
        .help { color: var(--soft); font-size: .95rem; margin: 0 0 .5rem; }
        textarea, input[type=text], input[type=email], input[type=tel], select {
          width: 100%; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--edge);
          border-radius: .5rem; padding: .65rem .8rem; min-height: 2.9rem;
        }
        textarea { resize: vertical; line-height: 1.5; }
        select { width: auto; padding-right: 2rem; }
        :is(textarea, input, select):focus-visible { outline-offset: 0; border-color: var(--focus);
          border-radius: .5rem; }
        details { margin: 1rem 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line);
          padding: .25rem 0; }
        details[open] { padding-bottom: 1rem; }
        summary { cursor: pointer; padding: .65rem 0; font-weight: 600; }
        .row { display: flex; flex-wrap: wrap; gap: .75rem 1.25rem; align-items: end;
          justify-content: space-between; }
        .row label { margin-top: 0; }
        .row .help { margin: 0; }
        textarea + .row, .problem + .row { margin-top: .6rem; }
        #reply-form .row { align-items: center; margin-top: .6rem; }
        button, a.quiet {
          font: inherit; font-weight: 600; border-radius: .5rem; padding: .65rem 1.25rem; min-height: 2.9rem;
          cursor: pointer; border: 1px solid transparent;
        }
        button.primary { background: var(--accent); color: var(--on-accent); }
        button.primary:hover { background: var(--accent-strong); }
        button.primary[aria-disabled=true] { background: var(--line); color: var(--ink); cursor: default; }
        button.quiet, a.quiet { background: transparent; color: var(--accent); border-color: var(--edge);
          display: inline-block; }
        a.quiet { text-decoration: none; }
        .quiet:hover { background: var(--tint); }
        .problem {
          background: var(--bad-tint); color: var(--bad); border-left: 4px solid var(--bad);
            border-radius: .25rem;
          padding: .65rem .9rem; margin: 0 0 1rem;
        }
        #reply-problem { margin-top: .5rem; }
        noscript .help { margin: 1rem 0 0; }

        """#

    private static let talk = #"""
        .state { font-size: 1.1rem; }
        .connection { color: var(--bad); min-height: 0; margin: 0; }
        .connection:not(:empty) { margin-bottom: 1rem; }
        .connection.good { color: var(--good); }
        .conversation { margin-bottom: 1rem; }
        /* As high as leaves the reply field and the way out in sight. */
        #log { max-height: max(17rem, calc(100vh - 35rem)); overflow-y: auto; padding: .25rem;
          margin: 0 -.25rem; border-radius: .5rem; }
        @media (min-width: 58rem) { #log { max-height: max(17rem, calc(100vh - 33rem)); } }
        .lines { list-style: none; margin: 0; padding: 0; display: flex; flex-direction: column; gap: .9rem; }
        #pending:not(:empty) { margin-top: .9rem; }
        .line { max-width: 88%; align-self: flex-start; }
        .line p { margin: 0; }
        .who { font-size: .9rem; color: var(--soft); }
        .text {
          white-space: pre-wrap; unicode-bidi: isolate; text-align: start; background: var(--paper);
          border: 1px solid var(--line); border-radius: .9rem; border-start-start-radius: .2rem;
            padding: .6rem .9rem;
        }
        .line.citizen { align-self: flex-end; }
        .line.citizen .who { text-align: end; }
        .line.citizen .text {
          background: var(--tint); border-radius: .9rem; border-end-end-radius: .2rem;
        }
        .line.system, .line.receipt { max-width: 100%; align-self: stretch; }
        .line.system .text, .line.receipt .text {
          background: transparent; border: 0; border-left: 3px solid var(--edge); border-radius: 0;
            padding: .1rem .9rem;
        }
        .line.receipt .text { border-left-color: var(--accent); }
        .line.pending .text { border-style: dashed; border-color: var(--edge); }
        .line.failed .text { border-color: var(--bad); border-style: solid; }
        .line .note { font-size: .9rem; color: var(--soft); text-align: end; }
        .line.failed .note { color: var(--bad); }
        .line .note button { padding: .2rem .7rem; min-height: 2rem; margin-inline-start: .5rem; }
        .typing { color: var(--soft); font-style: italic; min-height: 1.6rem; margin: .5rem 0 0; }
        #reply-form { border-top: 1px solid var(--line); padding-top: .9rem; margin-top: .25rem; }
        .receipt h2 { margin-bottom: .5rem; }
        .receipt .reference { font-size: 1.35rem; font-weight: 650; font-variant-numeric: tabular-nums;
          margin: 0 0 .5rem; }
        .receipt .words { white-space: pre-wrap; }
        dialog {
          color: var(--ink); background: var(--card); border: 1px solid var(--edge); border-radius: .75rem;
            padding: 1.5rem;
          max-width: min(26rem, calc(100vw - 2rem));
        }
        dialog::backdrop { background: rgb(0 0 0 / .45); }
        dialog .row { justify-content: start; }
        @media (prefers-reduced-motion: no-preference) {
          .line.new { animation: come .25s ease-out; }
          @keyframes come { from { opacity: .3; transform: translateY(.4rem); } }
        }
        @media print { .site, .side, form, .actions { display: none; } #log { max-height: none; } }

        """#
}
