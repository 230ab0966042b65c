#include "cli/verb.h"

namespace broadsheet {
namespace {

// The launcher hands `serve` to Node before this program sees it.
int Serve(const Arguments&, Machine& machine) {
  return Complain(machine, "serve needs Node and the launcher: run build/broadsheet serve",
                  kExitFailed);
}

}  // namespace

Verb ServeVerb() {
  Verb verb;
  verb.name = "serve";
  verb.summary =
      "Publishes with drafts, serves the site on this machine, and publishes again as posts are "
      "saved.";
  verb.details =
      "Open pages reload where the reader is, and show what was found wrong. All options of build "
      "are understood.";
  verb.options = {
      {"--port", "N", "8000", "the port on 127.0.0.1; the next free one if it is taken"},
      {"--posts", "DIR", "posts", "the folder of posts"},
      {"--out", "DIR", "dist", "where the site goes; all in it is replaced"},
      {"--base", "PATH", "/", "the path of the site, as it will have it on its host"},
  };
  verb.examples = {"broadsheet serve", "broadsheet serve --port 9000 --base /blog/"};
  verb.run = Serve;
  return verb;
}

}  // namespace broadsheet
