/// The stream of events, resumed from the last sequence that was seen.
enum PageScriptStream {
    static let source = #"""
        let stream = null;
        let pause = 1000;
        let typingTimer = 0;
        let lostTimer = 0;
        let wasLost = false;

        const read = (event, show) => {
          const sequence = Number(event.lastEventId) || 0;
          const data = JSON.parse(event.data);
          if (event.type === 'message' || event.type === 'receipt' || event.type === 'state') {
            if (sequence <= talk.last) return;
            talk.last = sequence;
          }
          show(data, sequence);
        };

        const onMessage = (message, sequence) => {
          if (message.from === 'citizen') {
            const item = talk.waiting.find((one) => one.sequence === sequence)
              ?? talk.waiting.find((one) => one.text.trim() === message.text.trim());
            if (item) drop(item);
          }
          if (message.from === 'agent') {
            say($('typing'), '');
            if (document.hidden) document.title = `● ${document.title.replace(/^● /, '')}`;
          }
          addLine(makeLine(message.from, message.text, message.at), sequence);
        };

        const onReceipt = (receipt, sequence) => {
          addLine(makeLine('receipt', receipt.text, null), sequence);
          showReceipt(receipt);
        };

        const onState = (change) => {
          talk.state = change.state;
          if (change.state !== 'waiting') talk.place = null;
          showState();
        };

        const onPosition = (place) => {
          talk.place = place;
          if (talk.state === null) talk.state = 'waiting';
          showState();
        };

        const onTyping = () => {
          say($('typing'), words.typing);
          clearTimeout(typingTimer);
          typingTimer = setTimeout(() => say($('typing'), ''), 5000);
        };

        const onLost = () => {
          clearTimeout(lostTimer);
          lostTimer = setTimeout(() => {
            wasLost = true;
            $('connection').classList.remove('good');
            say($('connection'), words.reconnecting);
          }, 1500);
        };

        const onOpen = () => {
          clearTimeout(lostTimer);
          pause = 1000;
          if (!wasLost) return;
          wasLost = false;
          $('connection').classList.add('good');
          say($('connection'), words.connected);
          setTimeout(() => { if (!wasLost) say($('connection'), ''); }, 4000);
        };

        // The browser resumes by itself after a cut; after an answer that is no stream it does not.
        const onError = async () => {
          onLost();
          if (stream.readyState !== EventSource.CLOSED) return;
          const answer = await fetch(path('events'), { method: 'HEAD' }).catch(() => null);
          if (answer?.status === 404) {
            clearTimeout(lostTimer);
            kept.remove('skranke.chat');
            say($('connection'), words.gone);
            $('reply-form').hidden = true;
            $('new').hidden = false;
            return;
          }
          setTimeout(listen, pause);
          pause = Math.min(pause * 2, 30000);
        };

        const listen = () => {
          stream?.close();
          stream = new EventSource(`${path('events')}?lastEventId=${talk.last}`);
          stream.onopen = onOpen;
          stream.onerror = onError;
          const on = (name, show) => stream.addEventListener(name, (event) => read(event, show));
          on('message', onMessage);
          on('receipt', onReceipt);
          on('state', onState);
          on('position', onPosition);
          on('typing', onTyping);
        };

        document.addEventListener('visibilitychange', () => {
          if (!document.hidden) document.title = document.title.replace(/^● /, '');
        });


        """#
}
