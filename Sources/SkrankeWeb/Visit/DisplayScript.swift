/// The display's module: listens, shows, says, and connects again for ever.
enum DisplayScript {
    static let source = #"""
        const $ = (id) => document.getElementById(id);
        const words = JSON.parse(document.body.dataset.labels);
        const SHOWN = 6, SILENCE = 20000;
        const fill = (pattern, places) => pattern.replace(/\{(\w+)\}/g, (_, name) => places[name] ?? '');
        const say = (node, text) => { if (node.textContent !== text) node.textContent = text; };
        let calls = [];
        let day = '';
        let source = null;
        let last = '';
        let heardAt = Date.now();
        let live = false;
        let audio = null;

        const place = (call) => call.counter ? fill(words.counter, call) : '';

        const draw = (isNew) => {
          const [now, ...earlier] = calls;
          say($('number'), now ? String(now.number) : '–');
          say($('counter'), now ? (place(now) || words.goToDesk) : words.none);
          $('earlier').replaceChildren(...earlier.slice(0, SHOWN).map((call) => {
            const row = document.createElement('li');
            const number = document.createElement('strong');
            number.textContent = call.number;
            const where = document.createElement('span');
            where.textContent = place(call) || words.goToDesk;
            row.append(number, where);
            return row;
          }));
          document.body.classList.toggle('empty', !now);
          if (!isNew || !now) return;
          say($('said'), '');
          say($('said'), fill(now.counter ? words.called : words.calledDesk, now));
          const section = document.querySelector('.now');
          section.classList.remove('fresh');
          void section.offsetWidth;
          section.classList.add('fresh');
          ring();
        };

        // A number that is called again comes to the front, and stands there once.
        const called = (call, isNew) => {
          if (call.at.slice(0, 10) !== day) turn(call.at);
          calls = [call, ...calls.filter((other) => other.number !== call.number)].slice(0, SHOWN + 1);
          draw(isNew);
        };

        // Numbers restart by local day: the desk's own clock says when.
        const turn = (at) => {
          if (at.slice(0, 10) === day) return;
          day = at.slice(0, 10);
          calls = calls.filter((call) => call.at.slice(0, 10) === day);
          draw(false);
        };

        const connect = () => {
          source?.close();
          heardAt = Date.now();
          source = new EventSource('/api/v1/display' + (last ? '?lastEventId=' + last : ''));
          // What happened before is shown, and not rung for.
          live = Boolean(last);
          source.addEventListener('time', (event) => {
            const { at } = JSON.parse(event.data);
            heardAt = Date.now();
            turn(at);
            say($('clock'), at.slice(11, 16));
            say($('connection'), '');
            setTimeout(() => { live = true; }, 1000);
          });
          source.addEventListener('called', (event) => {
            heardAt = Date.now();
            const isNew = live && event.lastEventId !== last;
            last = event.lastEventId;
            called(JSON.parse(event.data), isNew);
          });
          source.onerror = () => say($('connection'), words.offline);
        };

        // The browser gives up on some failures, and never notices a line that is dead.
        setInterval(() => {
          if (Date.now() - heardAt < SILENCE && source.readyState !== EventSource.CLOSED) return;
          say($('connection'), words.offline);
          connect();
        }, 3000);

        const ring = () => {
          if (!audio || audio.state !== 'running') return;
          for (const [index, tone] of [660, 880].entries()) {
            const [wave, gain] = [audio.createOscillator(), audio.createGain()];
            const at = audio.currentTime + index * 0.35;
            wave.frequency.value = tone;
            gain.gain.setValueAtTime(0.0001, at);
            gain.gain.exponentialRampToValueAtTime(0.3, at + 0.03);
            gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.6);
            wave.connect(gain).connect(audio.destination);
            wave.start(at);
            wave.stop(at + 0.65);
          }
        };

        const sound = $('sound');
        const turnSound = (isOn) => {
          if (isOn) { audio ??= new AudioContext(); audio.resume(); } else { audio?.suspend(); }
          sound.setAttribute('aria-pressed', String(isOn));
          say(sound, isOn ? words.soundOff : words.soundOn);
        };
        sound.addEventListener('click', () => turnSound(sound.getAttribute('aria-pressed') !== 'true'));
        // A browser that stands on the wall is started so that it may sound without a touch.
        if (document.body.dataset.sound === '1') turnSound(true);
        draw(false);
        connect();

        """#
}
