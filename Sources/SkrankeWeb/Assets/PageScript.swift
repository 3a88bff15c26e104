/// The one module of the page: plain ES, no library, works in every browser of the last years.
///
/// Without it the form posts and the status page shows the answer.
enum PageScript {
    static let source = tools + ask + PageScriptTalk.source + PageScriptStream.source + start

    private static let tools = #"""
        const $ = (id) => document.getElementById(id);
        const words = JSON.parse($('talk').dataset.labels);
        const language = document.documentElement.lang;
        const embedded = document.documentElement.classList.contains('embedded');

        // Controls and bidirectional overrides would do something and say nothing: shown as a replacement.
        const clean = (text) =>
          String(text)
            .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

        const element = (name, kind, text) => {
          const node = document.createElement(name);
          if (kind) node.className = kind;
          if (text !== undefined) node.textContent = clean(text);
          return node;
        };

        const say = (node, text) => {
          if (node.textContent !== text) node.textContent = text;
        };

        const fill = (pattern, places) => pattern.replace(/\{(\w+)\}/g, (_, name) => places[name] ?? '');

        const randomKey = () =>
          Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0'))
            .join('');

        const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

        // What is sent again has the same key, so that nothing is stored twice.
        const post = async (path, body, key) => {
          const headers = { 'Content-Type': 'application/json', 'Accept-Language': language };
          if (key) headers['Idempotency-Key'] = key;
          for (const pause of [400, 1200, 3000, 0]) {
            let answer;
            try {
              answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
            } catch {
              answer = null;
            }
            if (answer && answer.status < 502) {
              const text = await answer.text();
              let data = {};
              try { data = text ? JSON.parse(text) : {}; } catch { data = {}; }
              return { ok: answer.ok, status: answer.status, data };
            }
            if (!pause) {
              const data = answer ? await answer.json().catch(() => ({})) : {};
              return { ok: false, status: answer ? answer.status : 0, data };
            }
            await later(pause);
          }
        };

        const kept = {
          get: (name) => { try { return sessionStorage.getItem(name); } catch { return null; } },
          set: (name, value) => { try { sessionStorage.setItem(name, value); } catch { /* private mode */ } },
          remove: (name) => { try { sessionStorage.removeItem(name); } catch { /* private mode */ } },
        };


        """#

    private static let ask = #"""
        const form = $('ask-form');
        const fields = ['question', 'name', 'email', 'phone'];
        let lastBody = null;

        const formProblem = (text) => {
          const node = $('ask-problem');
          node.hidden = !text;
          say(node, text ?? '');
        };

        const askDesk = async (event) => {
          event.preventDefault();
          const button = form.querySelector('button[type=submit]');
          if (button.getAttribute('aria-disabled') === 'true') return;
          formProblem(null);
          const body = {
            question: form.question.value,
            language: form.language.value,
            contact: { name: form.name.value, email: form.email.value, phone: form.phone.value },
          };
          const text = JSON.stringify(body);
          if (lastBody !== null && lastBody !== text) form.key.value = randomKey();
          lastBody = text;
          button.setAttribute('aria-disabled', 'true');
          const answer = await post('/api/v1/chats', body, form.key.value);
          button.removeAttribute('aria-disabled');
          if (!answer.ok) {
            formProblem(answer.data.detail ?? words.offline);
            return;
          }
          form.reset();
          history.replaceState(null, '', `${location.pathname}${location.search}#c=${answer.data.token}`);
          beginTalk(answer.data.token, answer.data.state);
          $('talk-title').focus();
        };

        const restoreDraft = () => {
          const draft = JSON.parse(kept.get('skranke.draft') ?? 'null');
          kept.remove('skranke.draft');
          if (!draft) return;
          for (const name of fields) if (draft[name]) form.elements[name].value = draft[name];
        };

        // Another language is another page: what was written and the conversation come along.
        const followLanguage = () => {
          for (const link of document.querySelectorAll('.languages a')) {
            link.addEventListener('click', () => {
              link.hash = location.hash;
              const draft = Object.fromEntries(fields.map((name) => [name, form.elements[name].value]));
              kept.set('skranke.draft', JSON.stringify(draft));
            });
          }
        };


        """#

    private static let start = #"""
        const token = () => {
          const named = /^#c=([A-Za-z0-9_-]{64})$/.exec(location.hash)?.[1];
          return named ?? (embedded ? kept.get('skranke.chat') : null);
        };

        form.elements.question.value = form.elements.question.value.trimStart();
        form.addEventListener('submit', askDesk);
        window.addEventListener('hashchange', () => location.reload());
        followLanguage();
        const known = token();
        if (known) beginTalk(known, null);
        else restoreDraft();

        """#
}
