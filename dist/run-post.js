import { runAction } from './index.js';

await runAction('run-post');
