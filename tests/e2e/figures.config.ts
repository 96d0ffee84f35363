import journeys from './playwright.config.js';

/** What `cargo xtask bench` measures in a browser: one at a time, at a server that it has started. */
export default {
  ...journeys,
  testDir: './figures',
  testIgnore: [],
  fullyParallel: false,
  workers: 1,
  timeout: 240_000,
  reporter: [['line']],
  use: { ...journeys.use, trace: 'off', baseURL: process.env.PORTAL },
  projects: [{ name: 'figures' }],
  webServer: undefined,
};
