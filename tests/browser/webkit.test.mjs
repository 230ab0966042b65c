import { runAll } from './run.mjs';

runAll('webkit');
