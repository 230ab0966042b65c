// Tells open pages that the site was published anew, and what was found wrong.
import { readFileSync } from 'node:fs';

const kClient = new URL('./live_reload_client.js', import.meta.url);

/** The pages that are open, as event streams. */
export class LiveReload {
  #streams = new Set();
  #last = '';

  /** `html` with the client in it, which is the server's and not part of the site. */
  inject(html, base) {
    return html.replace('</head>', `<script src="${base}__reload.js"></script></head>`);
  }

  /** Answers the client's own two addresses; false for any other. */
  answer(response, path) {
    if (path === '__reload.js') {
      response.writeHead(200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-store' });
      response.end(readFileSync(kClient));
      return true;
    }
    if (path !== '__reload') return false;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`event: findings\ndata: ${this.#last}\n\n`);
    this.#streams.add(response);
    response.on('close', () => this.#streams.delete(response));
    return true;
  }

  /** A run has ended: pages reload, unless it failed, and show `findings`, lines of text. */
  published({ failed, findings }) {
    this.#last = JSON.stringify(findings.trim());
    for (const stream of this.#streams) {
      stream.write(`event: findings\ndata: ${this.#last}\n\n`);
      if (!failed) stream.write('event: reload\ndata: {}\n\n');
    }
  }
}
