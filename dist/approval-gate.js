import { runAction } from './index.js';

await runAction('approval-gate');
