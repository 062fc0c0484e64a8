import { runAction } from './index.js';

await runAction('policy-check');
