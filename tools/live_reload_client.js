// In each page that tools/serve.mjs serves while it watches: reloads the page where the reader is when
// the site was published anew, and shows what was found wrong in a corner.
(() => {
  const kPlace = 'broadsheet-reload-place';
  const base = new URL('.', document.currentScript.src);
  const place = sessionStorage.getItem(kPlace);
  sessionStorage.removeItem(kPlace);
  if (place !== null) addEventListener('load', () => requestAnimationFrame(() => scrollTo(0, Number(place))));

  const box = document.createElement('pre');
  box.setAttribute('role', 'status');
  Object.assign(box.style, {
    position: 'fixed', insetInlineEnd: '1rem', bottom: '1rem', zIndex: '9', margin: '0', padding: '.75rem 1rem',
    maxWidth: 'min(60rem, calc(100vw - 2rem))', maxHeight: '40vh', overflow: 'auto', whiteSpace: 'pre-wrap',
    background: '#7a1f12', color: '#fff', font: '14px/1.5 ui-monospace, monospace', borderRadius: '6px',
  });

  let events;
  const listen = () => {
    events = new EventSource(new URL('__reload', base));
    events.addEventListener('findings', ({ data }) => {
      box.textContent = data ? JSON.parse(data) : '';
      if (box.textContent) document.body.append(box);
      else box.remove();
    });
    events.addEventListener('reload', () => {
      sessionStorage.setItem(kPlace, String(scrollY));
      location.reload();
    });
  };
  listen();
  // A page that the browser keeps for the back button must not keep one of its six connections.
  addEventListener('pagehide', () => events.close());
  addEventListener('pageshow', ({ persisted }) => persisted && listen());
})();
