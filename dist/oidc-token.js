import { runAction } from './index.js';

await runAction('oidc-token');
