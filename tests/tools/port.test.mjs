import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import { test } from 'node:test';

import { listen, portOf } from '../../tools/port.mjs';

test('a number up to 65535 is a port', () => {
  assert.deepEqual(['0', '80', '8000', '65535'].map(portOf), [0, 80, 8000, 65535]);
});

/** A server that gets each of these errors in turn, then the port that it asks for. */
function serverWith(...codes) {
  const server = new EventEmitter();
  server.asked = [];
  server.address = () => ({ port: server.asked.at(-1) });
  server.listen = (port) => {
    server.asked.push(port);
    const code = codes.shift();
    if (code) setImmediate(() => server.emit('error', Object.assign(new Error(`listen ${code}`), { code })));
    else setImmediate(() => server.emit('listening'));
  };
  return server;
}

test('the next free port is taken', async () => {
  const server = serverWith('EADDRINUSE', 'EADDRINUSE');
  assert.equal(await listen(server, 8000), 8002);
  const [first, second] = [createServer(), createServer()];
  const taken = await listen(first, 0);
  assert.ok((await listen(second, taken)) > taken);
  first.close();
  second.close();
});

const kRefusals = [
  // port, errors, what is said
  [80, ['EACCES'], /^--port: .* 80; name one from 1024 on/],
  [65534, ['EADDRINUSE', 'EADDRINUSE'], /^--port: 65535 .* taken; name a smaller one/],
  [8000, ['EADDRNOTAVAIL'], /^--port: 8000 .*EADDRNOTAVAIL.*; name another/],
];
for (const [port, codes, message] of kRefusals) {
  test(`${codes.at(-1)} at ${port} is told in a line`, async () => {
    await assert.rejects(listen(serverWith(...codes), port), { message });
  });
}
