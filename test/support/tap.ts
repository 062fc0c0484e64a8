// SPDX-License-Identifier: Apache-2.0
//
// A wire tap between a client and a gate: keeps every byte that any client received, whatever the driver made of it. Refuses nothing.
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface Tap {
  readonly port: number;
  /** All bytes that clients received since the last `forget`. */
  received(): Buffer;
  forget(): void;
  close(): Promise<void>;
}

export async function startTap(gatePort: number): Promise<Tap> {
  let chunks: Buffer[] = [];
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    const gate = connect({ host: '127.0.0.1', port: gatePort, noDelay: true, allowHalfOpen: true });
    for (const socket of [client, gate]) {
      open.add(socket);
      socket.on('error', () => undefined);
      socket.once('close', () => open.delete(socket));
    }
    gate.on('data', (chunk: Buffer) => chunks.push(chunk));
    client.pipe(gate);
    gate.pipe(client);
    client.once('close', () => gate.destroy());
    gate.once('close', () => client.destroySoon());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    received: () => Buffer.concat(chunks),
    forget: () => void (chunks = []),
    async close() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
