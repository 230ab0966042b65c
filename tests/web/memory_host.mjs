// Answers fetch() from memory: path -> text or bytes; everything else is 404.
export function memoryHost(files, { ranges = true } = {}) {
  const requests = [];
  globalThis.fetch = async (url, { headers = {} } = {}) => {
    const path = decodeURIComponent(new URL(url).pathname);
    requests.push(path);
    const found = files[path];
    if (found === undefined) return new Response('', { status: 404 });
    if (typeof found === 'function') return found();
    const range = ranges && /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '');
    if (!range) return new Response(found);
    return new Response(found.slice(Number(range[1]), Number(range[2]) + 1), { status: 206, headers: { 'content-range': `bytes ${range[1]}-${range[2]}/${found.length}` } });
  };
  return requests;
}
