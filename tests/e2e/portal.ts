import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';

/** A portal of one test's own, with demo data, which it may kill. */
export class Portal {
  private server?: ChildProcess;
  private readonly data = mkdtempSync(join(tmpdir(), 'portico-'));
  private constructor(private readonly port: number, private readonly options: string[]) {}

  /** Runs `visit` with a portal that is there, started with these options too, and removes it. */
  static async with(visit: (portal: Portal) => Promise<void>, options: string[] = []): Promise<void> {
    const portal = new Portal(await freePort(), options);
    try {
      await portal.starts();
      await visit(portal);
    } finally {
      await portal.isKilled();
      rmSync(portal.data, { recursive: true, force: true });
    }
  }

  get address(): string { return `http://localhost:${this.port}`; }

  async starts(): Promise<void> {
    const program = process.env.PORTICO ?? '../../target/release/portico';
    this.server = spawn(program, ['serve', '--listen', `127.0.0.1:${this.port}`, '--data', this.data, '--demo', '--log', 'text', ...this.options],
      { env: { ...process.env, RUST_LOG: 'error' }, stdio: 'ignore' });
    await expect.poll(async () => (await fetch(`${this.address}/healthz`).catch(() => undefined))?.status, { timeout: 20_000 }).toBe(200);
  }

  async isKilled(): Promise<void> {
    const server = this.server;
    if (!server || server.exitCode !== null || server.signalCode !== null) return;
    const ended = new Promise((done) => server.once('exit', done));
    server.kill('SIGKILL');
    await ended;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
