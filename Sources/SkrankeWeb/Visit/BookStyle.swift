/// What booking adds to the citizen's pages.
enum BookStyle {
    static let source = #"""
        .hosts { list-style: none; margin: 0 0 1.5rem; padding: 0; display: grid; gap: .75rem; }
        a.host { display: grid; gap: .15rem; text-decoration: none; color: var(--ink); padding: 1rem 1.25rem; }
        a.host strong { color: var(--accent); font-size: 1.15rem; }
        a.host:hover { background: var(--tint); border-color: var(--accent); }
        a.host span { color: var(--soft); }
        .slots { border: 0; margin: 0 0 1.25rem; padding: 0; min-width: 0; }
        .slots legend { font-weight: 650; font-size: 1.1rem; padding: 0; }
        .slots h2 { font-size: 1rem; font-weight: 600; margin: 1rem 0 .4rem; }
        .times { display: flex; flex-wrap: wrap; gap: .5rem; }
        .time { margin: 0; font-weight: 600; position: relative; }
        .time input { position: absolute; opacity: 0; inset: 0; width: 100%; height: 100%; margin: 0;
          cursor: pointer; }
        .time span { display: block; min-width: 5rem; text-align: center; padding: .65rem .9rem;
          border: 1px solid var(--edge); border-radius: .5rem; background: var(--card);
          font-variant-numeric: tabular-nums; }
        .time input:hover + span { background: var(--tint); }
        .time input:checked + span { background: var(--accent); color: var(--on-accent);
          border-color: var(--accent); }
        .time input:focus-visible + span { outline: 3px solid var(--focus); outline-offset: 2px; }
        .code { font-size: 1.35rem; letter-spacing: .12em; font-variant-numeric: tabular-nums; }
        .manage + .conversation { margin-top: 1.25rem; }
        #book-form .row { margin-top: 1.25rem; }
        #book-form { margin-bottom: 1.25rem; }
        #book-form input + .help { margin-top: 1rem; }
        #book-form .help + label { margin-top: .3rem; }

        """#
}
