import { defineConfig } from '@playwright/test';

/** The portal that the journeys visit: the release program on a port of its own, with demo data that begin anew. */
const PORT = 8091;

export default defineConfig({
  testDir: '.',
  testIgnore: 'figures/**',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  outputDir: '../../target/journeys',
  use: {
    baseURL: `http://localhost:${PORT}`,
    locale: 'en-GB',
    timezoneId: 'Europe/Berlin',
    actionTimeout: 30_000,
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
    },
  },
  projects: [
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 } },
    { name: 'desk', use: { viewport: { width: 1440, height: 900 } } },
  ],
  webServer: {
    command: `rm -rf ../../target/journeys-data && ${process.env.PORTICO ?? '../../target/release/portico'} serve `
      + `--listen 127.0.0.1:${PORT} --data ../../target/journeys-data --demo --log text`,
    url: `http://localhost:${PORT}/healthz`,
    env: { RUST_LOG: 'warn' },
    reuseExistingServer: false,
  },
});
