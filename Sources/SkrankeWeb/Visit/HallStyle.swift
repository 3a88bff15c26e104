/// The kiosk and the display: large, calm, readable from far away. Colours are pairs with a contrast of 4.5 and
/// more.
enum HallStyle {
    static let source = base + kiosk + ticket + display

    private static let base = #"""
        :root {
          --paper: #f5f3ee; --card: #ffffff; --ink: #1b2a31; --soft: #4c5b64; --line: #d6d1c6;
          --edge: #6f7c84; --accent: #0b5566; --on-accent: #ffffff; --accent-strong: #073e4b; --tint: #e2f0f3;
          --bad: #a3261b; --focus: #0b5566;
        }
        *, *::before, *::after { box-sizing: border-box; }
        [hidden] { display: none !important; }
        body { margin: 0; background: var(--paper); color: var(--ink); min-height: 100vh; display: flex;
          flex-direction: column; overflow-wrap: anywhere;
          font: 400 clamp(1.1rem, .55rem + 1.9vw, 2rem)/1.4 system-ui, -apple-system, "Segoe UI", Roboto,
            "Noto Sans", sans-serif; }
        header { display: flex; flex-wrap: wrap; gap: 1rem 2rem; align-items: center;
          justify-content: space-between; padding: 1.1em 1.6em; background: var(--card);
          border-bottom: 1px solid var(--line); }
        .brand { margin: 0; font-weight: 650; font-size: 1.15em; display: inline-flex; align-items: center;
          gap: .6em; }
        .mark { width: 1.8em; height: 1.8em; background: url(/assets/icon.svg) center / contain no-repeat; }
        .visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden;
          clip-path: inset(50%); white-space: nowrap; }
        h1, h2, p { margin: 0; }
        h1 { font-size: 2em; line-height: 1.15; font-weight: 650; }
        h1:focus, main:focus { outline: none; }
        button { font: inherit; color: inherit; cursor: pointer; touch-action: manipulation; }
        :focus-visible { outline: .22em solid var(--focus); outline-offset: .15em; }

        """#

    private static let kiosk = #"""
        .kiosk { user-select: none; -webkit-user-select: none; }
        #languages { display: flex; flex-wrap: wrap; gap: .5em; }
        #languages button { background: var(--card); border: 2px solid var(--edge); border-radius: 2em;
          padding: .55em 1.1em; min-height: 3em; font-weight: 600; }
        #languages button[aria-pressed=true] { background: var(--accent); color: var(--on-accent);
          border-color: var(--accent); }
        .kiosk main { flex: 1; display: grid; padding: 2em 1.6em; width: 100%; max-width: 62rem;
          margin: 0 auto; }
        .screen { display: flex; flex-direction: column; gap: 1.4em; align-self: center; min-width: 0; }
        .middle { text-align: center; align-items: center; }
        #welcome { font-size: 2.4em; }
        .closed { font-size: 1.3em; border-left: .25em solid var(--bad); padding: .2em .8em; }
        .choices { display: grid; gap: 1.2em; }
        .way { display: grid; gap: .3em; text-align: left; padding: 1.6em 1.5em; border-radius: .9em;
          border: 3px solid var(--accent); background: var(--accent); color: var(--on-accent); }
        .way strong { font-size: 1.7em; line-height: 1.15; font-weight: 650; }
        .way.second { background: var(--card); color: var(--accent); }
        .way.second span { color: var(--soft); }
        .way:active, .topic:active, .key:active { transform: translateY(2px); }
        .topics { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 13em), 1fr));
          gap: .7em; }
        .topic { min-height: 4em; text-align: left; padding: .7em 1em; border-radius: .7em; font-weight: 600;
          line-height: 1.25; border: 2px solid var(--accent); background: var(--card); color: var(--accent); }
        .topic:hover, .key:hover { background: var(--tint); }
        .topic.other { background: var(--accent); color: var(--on-accent); }
        .topic.other:hover { background: var(--accent-strong); }
        .needs { display: grid; gap: .45em; }
        .needs h2 { font-size: 1em; font-weight: 650; }
        .needs p { color: var(--soft); font-size: .85em; }
        .toggles { display: flex; flex-wrap: wrap; gap: .5em; }
        .toggle { border: 2px solid var(--edge); background: var(--card); border-radius: 2em;
          padding: .5em 1em; min-height: 2.9em; }
        .toggle[aria-pressed=true] { background: var(--tint); border-color: var(--accent); font-weight: 650; }
        .toggle[aria-pressed=true]::before { content: "✓ "; }
        .back { align-self: flex-start; background: transparent; border: 2px solid var(--edge);
          border-radius: .7em; padding: .6em 1.3em; min-height: 3em; font-weight: 600; }
        .primary { background: var(--accent); color: var(--on-accent); border: 0; border-radius: .7em;
          padding: .8em 1.8em; min-height: 3.2em; font-weight: 650; font-size: 1.1em; }
        .primary:hover { background: var(--accent-strong); }

        """#

    private static let ticket = #"""
        #ticket .number { font-size: clamp(9rem, 34vw, 22rem); line-height: .95; font-weight: 700;
          color: var(--accent); font-variant-numeric: tabular-nums; letter-spacing: -.03em; }
        .ahead { font-size: 1.5em; font-weight: 600; }
        .expected { font-size: 1.2em; }
        .middle p { max-width: 28em; }
        #code-form { display: grid; gap: .7em; width: min(100%, 26rem); }
        #code-form label { font-weight: 650; }
        #code-help { color: var(--soft); font-size: .85em; }
        #code { font: inherit; font-size: 1.8em; letter-spacing: .12em; padding: .35em .5em; width: 100%;
          border: 2px solid var(--edge); border-radius: .4em; background: var(--card); color: var(--ink);
          font-variant-numeric: tabular-nums; }
        .keys { display: grid; grid-template-columns: repeat(3, 1fr); gap: .5em; }
        .key { font-size: 1.4em; min-height: 2.6em; border: 2px solid var(--edge); border-radius: .5em;
          background: var(--card); font-weight: 600; font-variant-numeric: tabular-nums; }

        """#

    private static let display = #"""
        .display { background: var(--accent-strong); color: #fff; height: 100vh; overflow: hidden; }
        .display header { background: transparent; border: 0; padding: 1.2em 2em 0; }
        .display .mark { border-radius: .3em; }
        .clock { font-size: 1.5em; font-weight: 600; font-variant-numeric: tabular-nums; }
        .display main { flex: 1; min-height: 0; display: grid; grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
          gap: 2em; padding: 1.5em 2em; }
        .display h2 { font-size: 1.1em; font-weight: 600; color: #b4e2ec; }
        .now { background: #fff; color: var(--accent-strong); border-radius: 1em; padding: 1.2em 1.6em;
          display: flex; flex-direction: column; justify-content: center; align-items: center;
          text-align: center; min-height: 0; }
        .now h2 { color: var(--soft); font-size: 1.6em; }
        .now .number { font-size: clamp(8rem, 26vw, 48vh); line-height: 1; font-weight: 700;
          font-variant-numeric: tabular-nums; letter-spacing: -.03em; }
        .now .counter { font-size: clamp(1.6rem, 3.4vw, 4.4rem); font-weight: 650; line-height: 1.15; }
        .empty .now .number { color: var(--edge); }
        .empty .now .counter { font-size: 1.6em; color: var(--soft); font-weight: 400; }
        .earlier { display: flex; flex-direction: column; gap: .6em; min-height: 0; overflow: hidden; }
        .earlier ol { list-style: none; margin: 0; padding: 0; display: grid; gap: .5em; }
        .earlier li { display: flex; align-items: baseline; justify-content: space-between; gap: 1em;
          background: rgb(255 255 255 / .1); border-radius: .5em; padding: .25em .8em; }
        .earlier strong { font-size: clamp(1.8rem, 4vw, 4.6rem); line-height: 1.2; font-weight: 650;
          font-variant-numeric: tabular-nums; }
        .earlier span { font-size: 1.1em; }
        .display footer { display: flex; justify-content: space-between; align-items: center; gap: 1em;
          padding: 0 2em 1.2em; min-height: 3.4em; }
        #connection { color: #ffd9a8; font-weight: 600; }
        #sound { background: transparent; color: #fff; border: 2px solid #b4e2ec; border-radius: 2em;
          padding: .3em 1em; font-size: .8em; }
        .display :focus-visible { outline-color: #fff; }
        @media (orientation: portrait), (max-width: 50rem) {
          .display { height: auto; min-height: 100vh; overflow: auto; }
          .display main { grid-template-columns: minmax(0, 1fr); }
          .now { min-height: 45vh; }
        }
        @media (prefers-reduced-motion: no-preference) {
          .now.fresh { animation: fresh 2.4s ease-out; }
          @keyframes fresh { 0%, 40% { background: #ffe9a8; } 20%, 60% { background: #fff; } }
        }

        """#
}
