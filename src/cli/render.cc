#include "cli/verb.h"
#include "markdown/document.h"
#include "post/body.h"

namespace broadsheet {
namespace {

bool ReadDialect(std::string_view name, Dialect& dialect) {
  if (name == "post") dialect = Dialect::kPost;
  if (name == "gfm") dialect = Dialect::kGfm;
  if (name == "commonmark") dialect = Dialect::kCommonMark;
  return name == "post" || name == "gfm" || name == "commonmark";
}

bool ReadHtmlMode(std::string_view name, HtmlMode& mode) {
  if (name == "safe") mode = HtmlMode::kSafe;
  if (name == "none") mode = HtmlMode::kNone;
  if (name == "trusted") mode = HtmlMode::kTrusted;
  return name == "safe" || name == "none" || name == "trusted";
}

int Render(const Arguments& arguments, Machine& machine) {
  MarkdownOptions options;
  if (!ReadDialect(arguments.Value("--dialect"), options.dialect)) {
    return Complain(machine, "--dialect is post, gfm or commonmark", kExitUsage);
  }
  if (!ReadHtmlMode(arguments.Value("--html"), options.html)) {
    return Complain(machine, "--html is safe, none or trusted", kExitUsage);
  }
  if (arguments.words().size() > 1) return Complain(machine, "render takes one file", kExitUsage);
  const std::string path = arguments.words().empty() ? "-" : arguments.words().front();
  const Result<std::string> file =
      path == "-" ? machine.console.ReadInput() : machine.files.Read(path);
  if (!file.ok()) return Complain(machine, file.error().ToString(), kExitFailed);
  options.smart_punctuation = arguments.Has("--smart-punctuation");
  const bool is_post = options.dialect == Dialect::kPost;
  const Document document =
      Document::Parse(is_post ? SplitBody(*file).body : std::string_view(*file), options);
  machine.console.Out(document.Html());
  return kExitDone;
}

}  // namespace

Verb RenderVerb() {
  Verb verb;
  verb.name = "render";
  verb.words = "[FILE|-]";
  verb.summary = "Renders one Markdown file, or standard input, and prints the HTML of its body.";
  verb.options = {
      {"--dialect", "NAME", "post", "post, gfm or commonmark; post leaves front matter out"},
      {"--html", "MODE", "safe", "what becomes of raw HTML: safe, none or trusted"},
      {"--smart-punctuation", "", "", "typographic quotation marks, dashes and ellipses (post)"},
  };
  verb.examples = {"broadsheet render posts/hello.md",
                   "echo '*hello*' | broadsheet render --dialect commonmark"};
  verb.run = Render;
  return verb;
}

}  // namespace broadsheet
