import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DESK, Person, aDeal, expect, test } from './people.js';

/** A portal of this test's own, which it may kill. */
class Portal {
  private server?: ChildProcess;
  private readonly data = mkdtempSync(join(tmpdir(), 'portico-'));
  constructor(private readonly port: number) {}

  get address(): string { return `http://localhost:${this.port}`; }

  async starts(): Promise<void> {
    const program = process.env.PORTICO ?? '../../target/release/portico';
    this.server = spawn(program, ['serve', '--listen', `127.0.0.1:${this.port}`, '--data', this.data, '--demo', '--log', 'text'],
      { env: { ...process.env, RUST_LOG: 'error' }, stdio: 'ignore' });
    await expect.poll(async () => (await fetch(`${this.address}/healthz`).catch(() => undefined))?.status, { timeout: 20_000 }).toBe(200);
  }

  async isKilled(): Promise<void> {
    const ended = new Promise((done) => this.server?.once('exit', done));
    this.server?.kill('SIGKILL');
    await ended;
  }

  remove(): void { rmSync(this.data, { recursive: true, force: true }); }
}

test('the stream is cut and comes back: nothing is missed, nothing shown twice', async ({ browser }, info) => {
  const portal = new Portal(info.project.name === 'phone' ? 8093 : 8094);
  await portal.starts();
  try {
    const rep = await (await Person.at(browser, info.project.use, portal.address)).signsIn('rep@bluepeak.example');
    const deal = aDeal();
    await rep.registers(deal);
    await rep.page.goto('/deals');
    await expect(rep.page.locator('[data-live=open]')).toBeVisible();
    await portal.isKilled();
    await expect(rep.page.locator('[data-live=cut]')).toBeVisible();
    await portal.starts();
    // Before the rep's browser is back, or just after: either way it is told once.
    const manager = await (await Person.at(browser, DESK, portal.address)).signsIn('manager@aurora.example');
    await manager.approves(deal.customer);
    await expect(rep.page.locator('[data-live=open]')).toBeVisible({ timeout: 40_000 });
    await expect(rep.row(deal.customer).locator('[data-review=approved]')).toBeVisible();
    await rep.row(deal.customer).click();
    await expect(rep.page.getByRole('listitem').filter({ hasText: 'Approved by Aurora Systems' })).toHaveCount(1);
    await rep.page.context().close();
    await manager.page.context().close();
  } finally {
    await portal.isKilled();
    portal.remove();
  }
});
