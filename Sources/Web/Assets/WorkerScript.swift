/// Runs beside the pages in a browser: shows what was kept on the device when there is no line. It keeps pages only
/// when somebody asked for that, because a shared computer must not.
package enum WorkerScript {
    /// At the root: it may answer for every page.
    package static let path = "/werker.js"

    package static let text = #"""
        'use strict';
        const store = 'oranje';
        const always = ['\#(Stylesheet.path)', '\#(PageScript.path)', '\#(Icon.path)'];

        self.addEventListener('install', () => self.skipWaiting());
        self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

        async function keep(request, answer) {
          if (!answer.ok || answer.redirected) return false;
          const cache = await caches.open(store);
          const headers = new Headers(answer.headers);
          headers.set('X-Bewaard', Date.now());
          await cache.put(request, new Response(await answer.blob(), { status: 200, headers }));
          return true;
        }

        self.addEventListener('message', (event) => {
          event.waitUntil((async () => {
            let count = 0;
            for (const page of event.data.pages) {
              try {
                if (await keep(page, await fetch(page, { cache: 'no-store' }))) count += 1;
              } catch { break; }
            }
            for (const page of always) {
              try { await keep(page, await fetch(page)); } catch { break; }
            }
            event.ports[0].postMessage(count);
          })());
        });

        function marked(text, at) {
          const when = new Date(Number(at)).toLocaleString('nl-NL', { dateStyle: 'medium', timeStyle: 'short' });
          return text.replace('<main', `<p class="line-state" role="status">Geen verbinding. Dit is bewaard op ${when}.</p><main`);
        }

        async function kept(request) {
          const cache = await caches.open(store);
          const answer = await cache.match(request, { ignoreSearch: request.mode !== 'navigate' });
          if (!answer) return null;
          if (request.mode !== 'navigate') return answer;
          return new Response(marked(await answer.text(), answer.headers.get('X-Bewaard')), {
            headers: { 'Content-Type': 'text/html; charset=utf-8' },
          });
        }

        const nothing = `<!doctype html><html lang="nl"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
          <title>Geen verbinding – Oranje</title><link rel="stylesheet" href="\#(Stylesheet.path)"><main><h1>Geen verbinding</h1>
          <p>Deze pagina is niet bewaard op dit apparaat. Wat je typte en nog niet verstuurd is, staat nog hier en gaat vanzelf.</p>
          <p><a href="/">Naar het begin</a></p></main></html>`;

        self.addEventListener('fetch', (event) => {
          const request = event.request;
          const isPage = request.mode === 'navigate';
          if (request.method !== 'GET' || (!isPage && !always.includes(new URL(request.url).pathname))) return;
          event.respondWith((async () => {
            try {
              return await fetch(request);
            } catch {
              const answer = await kept(request);
              if (answer) return answer;
              if (!isPage) return Response.error();
              return new Response(nothing, { status: 503, headers: { 'Content-Type': 'text/html; charset=utf-8' } });
            }
          })());
        });
        """#
}
