/// What a page can do besides, where scripts run: refresh by itself, keep what is typed on a bad line, copy a text.
/// Every page works without it.
package enum PageScript {
    package static let path = "/pagina.js"

    package static let text = outbox + live + rest

    /// A form that is marked is kept on the device until the server has it, and sent once: every try carries the
    /// same key. What belongs to another account waits for that account.
    private static let outbox = #"""
        'use strict';
        const account = document.querySelector('.who a')?.textContent ?? '';
        const storeName = 'oranje-wachtrij', draftName = 'oranje-concept:';
        const line = () => document.querySelector('[data-lijn]');
        const clock = (at) => new Date(at).toLocaleTimeString('nl-NL', { hour: '2-digit', minute: '2-digit' });

        function tell(text) {
          const place = line();
          if (!place) return;
          place.textContent = text;
          place.hidden = text === '';
        }

        function waiting() {
          try { return JSON.parse(localStorage.getItem(storeName)) ?? []; } catch { return []; }
        }

        function keep(list) {
          localStorage.setItem(storeName, JSON.stringify(list));
        }

        function newKey() {
          return Array.from(crypto.getRandomValues(new Uint8Array(12)), (b) => b.toString(16).padStart(2, '0')).join('');
        }

        function draftOf(form) {
          return draftName + location.pathname + ' ' + form.getAttribute('action') + ' ' + (form.dataset.naam ?? '');
        }

        function remember(form) {
          const fields = {};
          for (const field of form.elements) {
            if (!field.name || field.type === 'hidden' || field.type === 'submit') continue;
            fields[field.name] = field.type === 'checkbox' ? field.checked : field.value;
          }
          localStorage.setItem(draftOf(form), JSON.stringify({ account, fields }));
        }

        function recall(form) {
          const kept = JSON.parse(localStorage.getItem(draftOf(form)) ?? 'null');
          if (!kept || kept.account !== account) return;
          for (const [name, value] of Object.entries(kept.fields)) {
            const field = form.elements.namedItem(name);
            if (!field || field instanceof RadioNodeList) continue;
            if (field.type === 'checkbox') field.checked = value; else if (value !== '') field.value = value;
          }
        }

        function submit(event) {
          const form = event.target;
          if (!form.matches('form[data-bewaar]')) return;
          event.preventDefault();
          const body = new URLSearchParams(new FormData(form));
          const button = event.submitter;
          if (button?.name) body.set(button.name, button.value);
          body.set('getypt', Date.now());
          keep([...waiting(), {
            account, to: form.getAttribute('action'), body: body.toString(), at: Date.now(), draft: draftOf(form),
            page: location.pathname, next: form.dataset.na ?? location.pathname,
          }]);
          localStorage.removeItem(draftOf(form));
          form.reset();
          form.elements.namedItem('sleutel').value = newKey();
          tell('Bewaard op dit apparaat. Het wordt nu verstuurd.');
          send();
        }

        // What is refused stands in its form again, so that nothing typed is lost.
        function giveBack(entry) {
          const fields = Object.fromEntries(new URLSearchParams(entry.body));
          for (const name of ['csrf', 'sleutel', 'getypt']) delete fields[name];
          localStorage.setItem(entry.draft, JSON.stringify({ account, fields }));
          for (const form of document.querySelectorAll('form[data-bewaar]')) if (draftOf(form) === entry.draft) recall(form);
        }

        async function deliver(entry) {
          const body = new URLSearchParams(entry.body);
          const csrf = document.querySelector('input[name=csrf]')?.value;
          if (csrf) body.set('csrf', csrf);
          const answer = await fetch(entry.to, {
            method: 'POST', body, headers: { Accept: 'application/json' }, cache: 'no-store',
          });
          if (answer.redirected) return { isDone: true };
          if (answer.ok) return { isDone: true, ...(await answer.json()) };
          return { isDone: false, status: answer.status, reason: await reason(answer) };
        }

        // Why the server did not take it: as problem+json says it, or as the form's page does.
        async function reason(answer) {
          const text = await answer.text();
          try { return JSON.parse(text).detail ?? ''; } catch { /* a page */ }
          const page = new DOMParser().parseFromString(text, 'text/html');
          return [...page.querySelectorAll('#fouten li')].map((item) => item.textContent).join(' ');
        }

        async function sendAll() {
          let told = '';
          for (const entry of waiting().filter((entry) => entry.account === account)) {
            let outcome;
            try {
              outcome = await deliver(entry);
            } catch {
              const count = waiting().length;
              return `Geen verbinding. ${count === 1 ? '1 bericht wacht' : count + ' berichten wachten'} op dit apparaat en wordt vanzelf verstuurd.`;
            }
            if (!outcome.isDone && (outcome.status === 401 || outcome.status === 403)) {
              return 'Meld je opnieuw aan: wat je typte is bewaard en wordt daarna verstuurd.';
            }
            if (!outcome.isDone && outcome.status >= 500) return 'De server antwoordt niet goed. Het is bewaard en wordt opnieuw verstuurd.';
            const others = waiting().filter((other) => other.body !== entry.body);
            keep(others);
            if (!outcome.isDone) {
              giveBack(entry);
              told = `Niet vastgelegd. ${outcome.reason || `De server antwoordde met code ${outcome.status}.`} Wat je typte staat weer in het formulier.`;
            } else if (outcome.tegelijk) {
              told = 'Verstuurd. Iemand anders wijzigde dit tegelijk: beide staan er, kies wat klopt.';
            } else {
              told = `Verstuurd om ${clock(Date.now())} uur (getypt ${clock(entry.at)})${outcome.dubbel ? ', was er al' : ''}.`;
            }
          }
          return told;
        }

        let isSending = false;
        async function send() {
          if (isSending || !waiting().length) return;
          // Where the page on which it was typed goes on; another page stays as it is.
          const next = waiting().find((entry) => entry.account === account && entry.page === location.pathname)?.next;
          isSending = true;
          try {
            const told = navigator.locks ? await navigator.locks.request('oranje', sendAll) : await sendAll();
            if (told) tell(told);
            const foreign = waiting().find((entry) => entry.account !== account);
            if (!told && foreign) tell(`Er wacht nog iets van ${foreign.account} op dit apparaat.`);
            if (!told.startsWith('Verstuurd')) return;
            if (place?.querySelector('[data-deel]')) return refresh();
            if (!next) return;
            sessionStorage.setItem('oranje-gemeld', told);
            location.assign(next);
          } finally {
            isSending = false;
          }
        }

        document.addEventListener('submit', submit);
        document.addEventListener('input', (event) => {
          const form = event.target.form;
          if (form?.matches('form[data-bewaar]')) remember(form);
        });
        window.addEventListener('online', () => send());
        setInterval(() => send(), 5000);

        """#

    /// A signal says that there is something new; each part is fetched with the rights of this visitor.
    private static let live = #"""
        const place = document.querySelector('[data-inzet]');
        let version = Number(place?.dataset.versie ?? 0);

        async function refresh() {
          const parts = place ? place.querySelectorAll('[data-deel]') : [];
          for (const part of parts) {
            try {
              const answer = await fetch(`/inzetten/${place.dataset.inzet}/${part.dataset.deel}.html?versie=${version}`, { cache: 'no-store' });
              if (answer.ok && !answer.redirected) part.innerHTML = await answer.text();
            } catch { return; }
          }
          if (place && !parts.length) tell('Er is iets nieuws vastgelegd. Vernieuw de pagina als je klaar bent met typen.');
        }

        function watch() {
          if (!place || !window.EventSource) return;
          const stream = new EventSource(`/inzetten/${place.dataset.inzet}/stroom.sse?na=${version}`);
          stream.onmessage = (event) => {
            const newer = Number(event.data);
            if (!(newer > version)) return;
            version = newer;
            // Not all viewers at the same moment.
            setTimeout(refresh, Math.random() * 500);
          };
        }

        """#

    private static let rest = #"""
        for (const form of document.querySelectorAll('form[data-bewaar]')) recall(form);
        watch();
        tell(sessionStorage.getItem('oranje-gemeld') ?? '');
        sessionStorage.removeItem('oranje-gemeld');
        send();

        for (const button of document.querySelectorAll('[data-kopieer]')) {
          if (!navigator.clipboard) continue;
          button.hidden = false;
          button.addEventListener('click', async () => {
            await navigator.clipboard.writeText(document.getElementById(button.dataset.kopieer).textContent);
            button.setAttribute('aria-label', 'Gekopieerd');
          });
        }

        const keeping = 'oranje-offline';
        if (account && 'serviceWorker' in navigator) {
          const button = document.querySelector('[data-offline]');
          if (button || localStorage.getItem(keeping) === account) navigator.serviceWorker.register('/werker.js').catch(() => {});
          async function keepPages() {
            const worker = await navigator.serviceWorker.ready;
            const answer = await fetch('/offline', { headers: { Accept: 'application/json' } });
            const pages = (await answer.json()).paginas;
            const channel = new MessageChannel();
            channel.port1.onmessage = (event) => {
              localStorage.setItem(keeping, account);
              const state = document.querySelector('[data-offline-stand]');
              if (state) state.textContent = `Bewaard: ${event.data} pagina's, om ${clock(Date.now())} uur.`;
            };
            worker.active.postMessage({ pages }, [channel.port2]);
          }
          if (button) {
            button.hidden = false;
            button.addEventListener('click', keepPages);
          }
          if (localStorage.getItem(keeping) === account && location.pathname === '/') keepPages();
        }
        document.querySelector('form[action="/afmelden"]')?.addEventListener('submit', (event) => {
          if (waiting().length && !confirm('Er wacht nog iets om te versturen. Toch afmelden? Het blijft op dit apparaat.')) {
            event.preventDefault();
            return;
          }
          for (const name of Object.keys(localStorage)) if (name.startsWith(draftName)) localStorage.removeItem(name);
          localStorage.removeItem(keeping);
          if (window.caches) caches.delete('oranje');
        });
        """#
}
