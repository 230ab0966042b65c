// The port that the server listens on.
export const HOST = '127.0.0.1';
const kLast = 65535;

/** Ends the program with a line that says what is wrong and what to do. */
export function complain(message) {
  console.error(`broadsheet: ${message}`);
  process.exit(2);
}

/** The port that `text` names, 0 for any; complains where it names none. */
export function portOf(text) {
  const port = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(port <= kLast)) complain(`--port: '${text ?? ''}' is no port; name one from 1024 to ${kLast}, such as --port 8000`);
  return port;
}

function refusal({ code, message }, port) {
  if (code === 'EACCES') return `--port: this account may not use ${port}; name one from 1024 on, such as --port 8000`;
  if (code === 'EADDRINUSE') return `--port: ${port} and those before it are taken; name a smaller one, such as --port 8000`;
  return `--port: ${port} cannot be used (${message}); name another, such as --port 8000`;
}

/** The port that `server` listens on, `wanted` or the next that is free; rejects with such a line. */
export function listen(server, wanted) {
  let port = wanted;
  return new Promise((done, failed) => {
    server.once('listening', () => done(server.address().port));
    server.on('error', (error) => {
      if (error.code === 'EADDRINUSE' && port < kLast) server.listen((port += 1), HOST);
      else failed(new Error(refusal(error, port)));
    });
    server.listen(port, HOST);
  });
}
