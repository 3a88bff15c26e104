/// The kiosk's module. It never leaves its page while the gateway is away, sends again with the same key until
/// it has an answer, and goes back to its start by itself.
enum KioskScript {
    static let source = tools + screens + sending + ticket + checkIn + start

    private static let tools = #"""
        const $ = (id) => document.getElementById(id);
        let all = JSON.parse(document.body.dataset.labels);
        const home = document.body.dataset.lang;
        const RETURN = 25000, IDLE = 60000, GIVE_UP = 180000, LOOK = 30000, KEEP = 600000;
        let language = home;
        let busy = false;
        const words = () => all[language].words;
        const fill = (pattern, places) => pattern.replace(/\{(\w+)\}/g, (_, name) => places[name] ?? '');
        const later = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
        const randomKey = () =>
          Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0'))
            .join('');
        const say = (node, text) => { if (node.textContent !== text) node.textContent = text; };
        const button = (kind, text, act) => {
          const node = document.createElement('button');
          node.type = 'button';
          node.className = kind;
          node.textContent = text;
          node.addEventListener('click', act);
          return node;
        };
        const kept = {
          get: () => { try { return JSON.parse(localStorage.getItem('skranke-ticket')); } catch { return null; } },
          set: (value) => { try { localStorage.setItem('skranke-ticket', JSON.stringify(value)); } catch { } },
          remove: () => { try { localStorage.removeItem('skranke-ticket'); } catch { } },
        };


        """#

    private static let screens = #"""
        let timer = 0;
        let chosenNeeds = new Set();

        const show = (name, back = IDLE) => {
          for (const screen of document.querySelectorAll('.screen')) screen.hidden = screen.id !== name;
          clearTimeout(timer);
          if (back && name !== 'start') timer = setTimeout(toStart, back);
          const title = $(name).querySelector('h1');
          title.tabIndex = -1;
          title.focus({ preventScroll: true });
          window.scrollTo(0, 0);
        };

        const toStart = () => {
          if (busy) return;
          chosenNeeds = new Set();
          $('code').value = '';
          speak(home);
          show('start');
          lookForNews();
        };

        const speak = (code) => {
          language = code;
          document.documentElement.lang = code;
          for (const node of document.querySelectorAll('[data-text]')) say(node, words()[node.dataset.text]);
          for (const node of document.querySelectorAll('#languages button'))
            node.setAttribute('aria-pressed', String(node.dataset.code === code));
          say($('welcome'), all[code].welcome);
          say($('closed'), all[code].closed);
          $('topics').replaceChildren(
            ...all[code].topics.map((topic) => button('topic', topic.name, () => take(topic.code))),
            button('topic other', words().other, () => take(null)));
          $('needs').replaceChildren(...all[code].needs.map((need) => {
            const node = button('toggle', need.name, () => {
              if (!chosenNeeds.delete(need.code)) chosenNeeds.add(need.code);
              node.setAttribute('aria-pressed', String(chosenNeeds.has(need.code)));
            });
            node.setAttribute('aria-pressed', String(chosenNeeds.has(need.code)));
            return node;
          }));
        };

        // Opened, closed, other topics: taken over in place. Only a newer program loads the page anew, from a
        // gateway that has just answered.
        const lookForNews = async () => {
          if (busy || $('start').hidden) return;
          try {
            const answer = await fetch('/kiosk?lang=' + home, { cache: 'no-store' });
            if (!answer.ok) return;
            const page = new DOMParser().parseFromString(await answer.text(), 'text/html').body;
            if (busy || $('start').hidden) return;
            const { stamp, open, labels } = page.dataset;
            const own = document.body.dataset;
            if (stamp !== own.stamp) return location.reload();
            if (open === own.open && labels === own.labels) return;
            Object.assign(own, { open, labels });
            all = JSON.parse(labels);
            $('closed').hidden = open === '1';
            $('ways').hidden = open !== '1';
            speak(language);
          } catch { /* away: the next look finds it */ }
        };


        """#

    private static let sending = #"""
        // Until there is an answer, or until nobody stands there any more. Null = given up.
        const send = async (path, body, key) => {
          const until = Date.now() + GIVE_UP;
          let pause = 500;
          for (;;) {
            try {
              const headers = { 'Content-Type': 'application/json', 'Accept-Language': language };
              if (key) headers['Idempotency-Key'] = key;
              const answer = await fetch(path, {
                method: 'POST', headers, body: JSON.stringify(body), signal: AbortSignal.timeout(8000) });
              if (answer.status < 500 && answer.status !== 429)
                return { ok: answer.ok, status: answer.status, data: await answer.json() };
            } catch { /* away or slow: once more, with the same key */ }
            if (Date.now() > until) return null;
            say($('wait-text'), words().offline);
            await later(pause);
            pause = Math.min(pause * 1.6, 4000);
          }
        };

        const failed = (text) => {
          say($('problem-text'), text);
          show('problem', RETURN);
        };

        const waiting = () => {
          busy = true;
          say($('wait-text'), words().wait);
          show('wait', 0);
        };


        """#

    private static let ticket = #"""
        const take = (topic) => {
          const body = { language };
          if (topic) body.topic = topic;
          if (chosenNeeds.size) body.needs = [...chosenNeeds];
          return fetchTicket({ key: randomKey(), body, at: Date.now() });
        };

        const fetchTicket = async (wish) => {
          if (busy) return;
          kept.set(wish);
          waiting();
          const answer = await send('/api/v1/tickets', wish.body, wish.key);
          busy = false;
          kept.remove();
          if (!answer) return failed(words().gaveUp);
          if (!answer.ok) return failed(answer.data.detail ?? words().gaveUp);
          showTicket(answer.data);
        };

        const showTicket = ({ number, ahead, expectedWaitSeconds }) => {
          const text = words();
          say($('number'), String(number));
          say($('ahead'), ahead === 0 ? text.aheadNone : ahead === 1 ? text.aheadOne
            : fill(text.aheadMany, { ahead }));
          const minutes = Math.ceil((expectedWaitSeconds ?? 0) / 60);
          say($('expected'), expectedWaitSeconds === null ? text.expectedUnknown
            : minutes <= 1 ? text.expectedSoon : fill(text.expected, { minutes }));
          show('ticket', RETURN);
        };


        """#

    private static let checkIn = #"""
        const type = (text) => {
          const field = $('code');
          if (text === null) field.value = field.value.slice(0, -1);
          else if (field.value.length < 16) field.value += text;
          show('check-in');
        };

        const comesIn = async (event) => {
          event.preventDefault();
          const code = $('code').value.trim();
          if (!code || busy) return;
          waiting();
          const answer = await send('/api/v1/checkins', { code }, null);
          busy = false;
          $('code').value = '';
          if (!answer) return failed(words().gaveUp);
          if (!answer.ok) return failed(answer.data.detail ?? words().gaveUp);
          const { host, place } = answer.data;
          say($('met'), [host, place].filter(Boolean).join(' – '));
          show('welcome-in', RETURN);
        };


        """#

    private static let start = #"""
        speak(home);
        $('languages').addEventListener('click', (event) => {
          const code = event.target.dataset?.code;
          if (!code) return;
          speak(code);
          // Who chose a language is here: he is not sent back to the start in the middle of it.
          const current = document.querySelector('.screen:not([hidden])');
          if (current.id === 'topic' || current.id === 'check-in') show(current.id);
          else if (current.id === 'start') { clearTimeout(timer); timer = setTimeout(toStart, IDLE); }
        });
        $('to-ticket').addEventListener('click', () => show('topic'));
        $('to-check-in').addEventListener('click', () => { show('check-in'); $('code').focus(); });
        for (const node of document.querySelectorAll('.back, .finish')) node.addEventListener('click', toStart);
        $('code-form').addEventListener('submit', comesIn);
        $('code').addEventListener('input', () => {
          clearTimeout(timer);
          timer = setTimeout(toStart, IDLE);
        });
        $('keys').append(
          ...['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((key) => button('key', key, () => type(key))),
          button('key clear', '⌫', () => type(null)), button('key', '0', () => type('0')));
        const clear = document.querySelector('.key.clear');
        clear.setAttribute('aria-label', words().clear);
        document.addEventListener('contextmenu', (event) => event.preventDefault());
        setInterval(lookForNews, LOOK);

        // Switched off or killed while a ticket was on its way: it is asked for with the same key.
        const wish = kept.get();
        if (wish && Date.now() - wish.at < KEEP) fetchTicket(wish); else kept.remove();

        """#
}
