// Linked into the programs that run under Node (plain old syntax: older Emscriptens minify no other).
// getenv sees the environment of the process.
Module['preRun'] = function () { Object.assign(ENV, process.env); };
// A full pipe must wait, as it does for any program; left alone, the rest of the output is lost.
[process.stdout, process.stderr].forEach(function (stream) {
  if (stream._handle && stream._handle.setBlocking) stream._handle.setBlocking(true);
});
