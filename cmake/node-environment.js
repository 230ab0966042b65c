// Linked into the programs that run under Node (plain old syntax: older Emscriptens minify no other).
// getenv sees the environment of the process. Emscripten's isatty says yes of any pipe; there the terminal
// is a dumb one.
Module['preRun'] = function () {
  Object.assign(ENV, process.env);
  if (!process.stderr.isTTY) ENV.TERM = 'dumb';
};
// A full pipe must wait, as it does for any program; left alone, the rest of the output is lost.
[process.stdout, process.stderr].forEach(function (stream) {
  if (stream._handle && stream._handle.setBlocking) stream._handle.setBlocking(true);
});
