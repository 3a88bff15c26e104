/// The conversation: lines, what is on its way, the reply field, the end.
enum PageScriptTalk {
    static let source = #"""
        const talk = {
          token: null, state: null, place: null, last: 0, shown: new Set(), waiting: [], view: 0,
        };
        const path = (name) => `/api/v1/chats/${talk.token}/${name}`;

        const clock = (at) => {
          const time = at.slice(11, 16);
          return language === 'en' ? time : time.replace(':', '.');
        };

        const names = { citizen: words.you, agent: words.desk, system: words.system, receipt: words.receipt };

        const makeLine = (kind, text, at) => {
          const line = element('li', `line ${kind}`);
          const who = element('p', 'who', names[kind]);
          if (at) {
            const time = element('time', '', clock(at));
            time.dateTime = at;
            who.append(' ', time);
          }
          const body = element('p', 'text', text);
          body.dir = 'auto';
          line.append(who, body);
          return line;
        };

        // What is new is scrolled to, unless the citizen has gone up to read.
        const follows = () => {
          const log = $('log');
          return log.scrollTop > Math.min(talk.view, log.scrollHeight - log.clientHeight) - 80;
        };

        const scrollTo = (top) => {
          $('log').scrollTop = top;
          talk.view = $('log').scrollTop;
        };

        const toEnd = () => scrollTo($('log').scrollHeight);

        // A long text is read from its beginning.
        const toLine = (line) => {
          const log = $('log');
          const top = line.getBoundingClientRect().top - log.getBoundingClientRect().top + log.scrollTop;
          scrollTo(Math.min(log.scrollHeight - log.clientHeight, top - 8));
        };

        const addLine = (line, sequence) => {
          const follow = follows();
          talk.shown.add(sequence);
          line.classList.add('new');
          $('lines').append(line);
          if (line.classList.contains('citizen')) toEnd();
          else if (follow) toLine(line);
        };

        const drop = (item) => {
          talk.waiting = talk.waiting.filter((other) => other !== item);
          item.line.remove();
        };

        // What is on its way stands apart until the desk's own journal says that it is there.
        const sendItem = async (item) => {
          item.line.className = 'line citizen pending';
          item.note.replaceChildren(words.sending);
          const answer = await post(path('messages'), { text: item.text }, item.key);
          if (answer.ok) {
            item.sequence = answer.data.sequence;
            if (talk.shown.has(item.sequence)) drop(item);
            return;
          }
          if (answer.status === 400 || answer.status === 413 || answer.status === 409) {
            drop(item);
            $('reply').value ||= item.text;
            replyProblem(answer.data.detail ?? words.failed);
            return;
          }
          item.line.className = 'line citizen failed';
          const again = element('button', 'quiet', words.retry);
          again.type = 'button';
          again.addEventListener('click', () => sendItem(item));
          item.note.replaceChildren(answer.data.detail ?? words.failed, again);
        };

        const send = (text) => {
          const line = makeLine('citizen', text, null);
          const note = element('p', 'note');
          line.append(note);
          const item = { text, key: randomKey(), line, note, sequence: null };
          talk.waiting.push(item);
          $('pending').append(line);
          toEnd();
          sendItem(item);
        };

        const replyProblem = (text) => {
          $('reply-problem').hidden = !text;
          say($('reply-problem'), text ?? '');
        };

        const submitReply = (event) => {
          event?.preventDefault();
          const text = $('reply').value;
          if (!text.trim()) return;
          replyProblem(null);
          $('reply').value = '';
          send(text);
          $('reply').focus();
        };

        const replyKeys = (event) => {
          const touch = matchMedia('(pointer: coarse)').matches;
          if (event.key !== 'Enter' || event.shiftKey || event.isComposing || touch) return;
          event.preventDefault();
          submitReply();
        };

        let typedAt = 0;
        const tellTyping = () => {
          if (Date.now() - typedAt < 3000 || talk.state === 'ended') return;
          typedAt = Date.now();
          fetch(path('typing'), { method: 'POST' }).catch(() => {});
        };

        const wait = (seconds) =>
          seconds < 60 ? words.lessThanMinute : fill(words.minutes, { n: Math.ceil(seconds / 60) });

        const showState = () => {
          let text = words[talk.state] ?? '';
          if (talk.state === 'waiting' && talk.place) {
            const places = { n: talk.place.position, wait: wait(talk.place.expectedWaitSeconds) };
            text = fill(talk.place.position === 1 ? words.next : words.position, places);
          }
          say($('state'), text);
          $('end').hidden = !(talk.state === 'waiting' || talk.state === 'active');
          $('new').hidden = !(talk.state === 'ended' || talk.state === 'left');
          if (talk.state !== 'active') say($('typing'), '');
        };

        const showReceipt = (receipt) => {
          const card = $('receipt');
          const link = element('a', '', words.statusLink);
          link.href = `${receipt.statusUrl}?lang=${language}`;
          if (embedded) link.target = '_blank';
          const reference = element('p', 'reference');
          const label = element('span', 'visually-hidden', `${words.reference}: `);
          reference.append(label, clean(receipt.reference));
          const more = element('p');
          more.append(link);
          card.replaceChildren(element('h2', '', words.receipt), reference, more);
          card.hidden = false;
        };

        const end = async () => {
          $('end-dialog').close();
          const answer = await post(path('end'), {}, null);
          if (!answer.ok) replyProblem(answer.data.detail ?? words.offline);
          $('talk-title').focus();
        };

        const beginTalk = (token, state) => {
          talk.token = token;
          talk.state = state;
          if (embedded) kept.set('skranke.chat', token);
          $('ask').hidden = true;
          $('talk').hidden = false;
          document.title = `${words.title} – ${document.title.split(' – ').at(-1)}`;
          $('reply-form').addEventListener('submit', submitReply);
          $('reply').addEventListener('keydown', replyKeys);
          $('reply').addEventListener('input', tellTyping);
          $('end').addEventListener('click', () => $('end-dialog').showModal());
          $('end-no').addEventListener('click', () => $('end-dialog').close());
          $('end-yes').addEventListener('click', end);
          $('new').addEventListener('click', () => kept.remove('skranke.chat'));
          if (matchMedia('(pointer: coarse)').matches) $('reply-hint').hidden = true;
          window.addEventListener('resize', () => {
            const last = $('lines').lastElementChild;
            if (last && follows()) toLine(last);
          });
          showState();
          listen();
        };


        """#
}
