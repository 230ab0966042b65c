// Runs a command again and again, and never twice at once.
import { spawn } from 'node:child_process';

/** Runs `command` when called, once more if called meanwhile. A run with `--quick` that left work undone is
 * followed by one without, which `ended` is not told of, and which a call stops. */
export function rerunner(command, ended) {
  let child;
  let [again, follows] = [false, false];
  function start() {
    const [program, ...args] = follows ? command.filter((word) => word !== '--quick') : command;
    child = spawn(program, args, { stdio: ['inherit', 'pipe', 'pipe'] });
    let said = '';
    let findings = '';
    child.stdout.on('data', (chunk) => {
      process.stdout.write(chunk);
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      if (!follows) process.stderr.write(chunk);
      findings += chunk;
    });
    child.on('close', (code) => {
      child = undefined;
      if (!follows) ended({ code, failed: code !== 0, findings });
      follows = !again && !follows && said.includes('earlier run');
      if (again || follows) start();
      again = false;
    });
  }
  return function run() {
    again = child !== undefined;
    if (again && follows) child.kill('SIGKILL');
    if (!again) start();
  };
}
