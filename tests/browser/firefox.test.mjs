import { runAll } from './run.mjs';

runAll('firefox');
