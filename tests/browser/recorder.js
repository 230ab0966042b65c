// Runs first in every page that the test host serves: keeps what went wrong, over reloads too, since not
// every engine lets a driver read its console.
(() => {
  const kept = 'recorded';
  const record = (what) => {
    sessionStorage.setItem(kept, JSON.stringify([...JSON.parse(sessionStorage.getItem(kept) ?? '[]'), what]));
  };
  const describe = (target) => target.src ?? target.href ?? target.tagName;
  addEventListener('error', (event) => record(event.message ? `error: ${event.message}` : `not loaded: ${describe(event.target)}`), true);
  addEventListener('unhandledrejection', (event) => record(`unhandled: ${event.reason}`));
  addEventListener('securitypolicyviolation', (event) => record(`policy: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
  for (const level of ['error', 'warn']) {
    const real = console[level];
    console[level] = (...args) => {
      record(`console.${level}: ${args.join(' ')}`);
      real.apply(console, args);
    };
  }
})();
