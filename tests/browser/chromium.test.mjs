import { runAll } from './run.mjs';

runAll('chromium');
