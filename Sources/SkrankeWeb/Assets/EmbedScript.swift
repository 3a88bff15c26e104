import Foundation
import NIOCore

/// What another site includes to show a button that opens the page in a frame:
/// `<script src="https://…/embed.js" defer></script>`. It styles by properties, so that a strict
/// `style-src` of that site does not stop it, and touches nothing of that page but its own two elements.
enum EmbedScript {
    ///
    /// - Parameter sites: where it may stand. Elsewhere the browser would refuse the frame, and a button that
    ///   opens nothing is worse than none: whoever put it there finds the reason in the console.
    static func source(label: String, sites: [String]) -> String {
        script.replacingOccurrences(of: "LABELS", with: quoted([label]))
            .replacingOccurrences(of: "SITES", with: quoted(sites))
    }

    private static func quoted(_ texts: [String]) -> String {
        (try? JSON.encode(texts)).map { String(buffer: $0) } ?? "[]"
    }

    private static let script = #"""
        (() => {
          const own = document.currentScript;
          if (!own || document.getElementById('skranke-open')) return;
          const origin = new URL(own.src).origin;
          const [label] = LABELS;
          const sites = SITES;
          const isMeant = (site) => site === location.origin
            || (site.endsWith(':*') && location.origin.startsWith(site.slice(0, -1)));
          if (location.origin !== origin && !sites.some(isMeant)) {
            console.warn(`Skranke: ${location.origin} is not among embed_origins of desk.toml.`);
            return;
          }
          const lang = (document.documentElement.lang || '').slice(0, 2);
          const query = ['nb', 'nn', 'no', 'en'].includes(lang) ? `&lang=${lang}` : '';

          const button = document.createElement('button');
          button.id = 'skranke-open';
          button.type = 'button';
          button.textContent = own.dataset.label || label;
          button.setAttribute('aria-expanded', 'false');
          button.setAttribute('aria-controls', 'skranke-frame');
          Object.assign(button.style, {
            position: 'fixed', right: '1rem', bottom: '1rem', zIndex: '2147483000', padding: '.8rem 1.2rem',
            font: '600 1rem/1.2 system-ui, sans-serif', color: '#fff', background: '#0b5566',
            border: '2px solid #fff', borderRadius: '2rem', cursor: 'pointer',
          });

          const frame = document.createElement('iframe');
          frame.id = 'skranke-frame';
          frame.title = button.textContent;
          frame.hidden = true;
          Object.assign(frame.style, {
            position: 'fixed', right: '1rem', bottom: '4.5rem', zIndex: '2147483000',
            border: '1px solid #6f7c84',
            width: 'min(26rem, calc(100vw - 2rem))', height: 'min(42rem, calc(100vh - 6rem))',
            borderRadius: '.75rem', background: '#fff', display: 'none',
          });

          const show = (open) => {
            if (open && !frame.src) frame.src = `${origin}/?embed=1${query}`;
            frame.hidden = !open;
            frame.style.display = open ? 'block' : 'none';
            button.setAttribute('aria-expanded', String(open));
            (open ? frame : button).focus();
          };
          button.addEventListener('click', () => show(frame.hidden));
          document.addEventListener('keydown', (event) => {
            if (event.key === 'Escape' && !frame.hidden) show(false);
          });
          document.body.append(frame, button);
        })();

        """#
}
