// SPDX-License-Identifier: Apache-2.0
//
// Docker and what takes the same words: rows, and what is more than a row: what a container shares with its host, whose daemon is spoken to, commands inside of
// containers. Refuses to lose a command behind an option: the options of each are told, and which of them take a value.
import type { Program, Use } from '../model.js';
import { runsForeignImage } from '../installers.js';
import { Options, type Shape } from '../options.js';
import { builtWith, sharedWith } from '../shared-host.js';
import { isKnown, shown } from '../text.js';
import { inside } from './kubectl.js';
import { danger, rowsOf } from './table.js';

const dockerRows = rowsOf(`
system prune|volume prune|builder prune +a|image prune +a : destroy #infrastructure-destroy
volume rm|volume remove : destroy #data-destroy @volume
compose down +v,volumes : destroy #data-destroy
compose rm : destroy @container
compose down|compose stop|compose kill : control
compose ps|compose logs|compose config|compose images|compose ls|compose top|compose version : read
compose : execute
stack rm|service rm|secret rm|config rm|swarm leave|node rm|context rm|plugin rm : destroy #infrastructure-destroy @service
rm|container rm +v : destroy @container
rm|container rm|container prune|network rm|network prune|rmi|image rm|image prune|builder prune|buildx prune : destroy @container
stop|kill|restart|pause|unpause|start|wait|update|rename|container : control @container
ps|images|logs|inspect|version|info|top|stats|port|diff|history|search|events|image ls|image inspect|image history|volume ls|volume inspect|network ls|network inspect|system df|system info|container ls|container inspect|container logs|buildx ls|buildx inspect|context ls|manifest inspect|scout|help : read
push|manifest push : write #publish @image
build|buildx|pull|tag|load|save|import|export|commit|create|cp|volume create|network|image|manifest : write
login|logout|context|swarm|plugin|secret|config|service|stack|node|system|trust|volume|builder : control`);

const DOCKER: Shape = { letters: 'Hlc', names: 'host context config log-level', first: true };
const RUN: Shape = {
  letters: 'evpwulhamcCin', first: true, own: 'rm init',
  names: 'env volume publish workdir user label hostname name network net entrypoint env-file mount memory cpus platform restart pull ip add-host cap-add cap-drop device gpus ipc pid security-opt tmpfs ulimit log-driver log-opt link expose dns cidfile health-cmd group-add shm-size runtime userns uts cgroupns stop-signal annotation detach-keys index',
};

/** One use of docker, or of what takes the same words. */
export const docker: Program = (use) => {
  noteDaemon(use);
  const top = new Options(use.args, DOCKER);
  const words = top.operands[0] === 'container' && /^(?:run|exec)$/u.test(top.operands[1] ?? '') ? top.operands.slice(1) : top.operands;
  const compose = use.name === 'docker-compose' ? ['compose', ...words] : words;
  const [verb, ...rest] = compose;
  if (verb === 'compose') return composed(use, rest);
  if (verb === 'unshare') return use.follow.start(rest.filter((arg, index) => index > 0 || !arg.startsWith('-')), use.call);
  if (verb === 'run' || verb === 'exec' || verb === 'create') return running(use, verb, rest);
  const options = new Options([...(verb === undefined ? [] : [verb]), ...rest], { letters: 'fto', names: 'file tag output format filter build-arg target platform cache-from cache-to secret', own: 'force all' });
  if (!dockerRows(options, use)) use.draft.access('execute', 'docker', 'program');
  for (const { id, detail } of builtWith(use.args, use.draft.folder)) use.draft.hazard(id, detail);
};

function running(use: Use, verb: string, args: readonly string[]): void {
  const options = new Options(args.map((arg) => arg.replace(/^-(?=[it]{2}$)/u, '-')), RUN.letters === undefined ? RUN : { ...RUN, letters: RUN.letters.replace('i', '') });
  const [image, ...command] = options.operands;
  use.draft.called('docker', verb);
  use.draft.access('execute', image ?? null, verb === 'run' ? 'image' : 'container');
  for (const arg of args) use.draft.mention(arg);
  for (const { id, detail } of sharedWith(options, use.draft.folder)) use.draft.hazard(id, detail);
  if (verb !== 'exec' && image !== undefined && isKnown(image) && runsForeignImage(image, options)) use.draft.hazard('unpinned-package', `\`${shown(image)}\` can become another image, and gets folders, variables or the network of the machine`);
  const entrypoint = options.value('entrypoint');
  const start = entrypoint === undefined ? command : [entrypoint, ...command];
  inside(use, start);
}

function composed(use: Use, args: readonly string[]): void {
  const options = new Options(args, { letters: 'fp', names: 'file project-name profile env-file project-directory', first: true });
  const [verb, ...rest] = options.operands;
  for (const value of options.allValues()) use.draft.mention(value);
  if (verb === 'exec' || verb === 'run') {
    const inner = new Options(rest, { letters: 'evwulp', names: 'env user workdir volume publish entrypoint name label index', first: true });
    use.draft.called('docker', 'compose', verb);
    use.draft.access('execute', inner.operands[0] ?? null, 'container');
    inside(use, inner.operands.slice(1));
  } else dockerRows(new Options(['compose', ...(verb === undefined ? [] : [verb]), ...rest], { letters: 't' }), use);
}

// Another machine's daemon, by address or by a name for it. A service of the job is not one.
function noteDaemon({ args, call, draft }: Use): void {
  const top = new Options(args, DOCKER);
  const [verb = '', second = ''] = top.operands;
  const looks = /^(?:ps|images|logs|inspect|version|info|stats|top|port|events|search|history|diff)$/u.test(verb === 'compose' ? second : verb);
  const set = call.assigned.get('DOCKER_HOST') ?? (call.frame.scope.has('DOCKER_HOST') ? (call.frame.scope.values('DOCKER_HOST')[0] ?? '') : '');
  const address = top.value('H', 'host') ?? set;
  const named = verb === 'context' && second === 'use' ? top.operands[2] : top.value('c', 'context');
  const elsewhere = /^ssh:\/\//iu.test(address) || (/^tcp:\/\//iu.test(address) && !/^tcp:\/\/(?:docker|dind|localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?:[:/]|$)/iu.test(address)) || (named !== undefined && !/^(?:default|desktop-linux|rootless|orbstack|colima)$/u.test(named));
  if (elsewhere && !looks) danger(draft, 'deploy');
}
