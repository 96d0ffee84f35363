import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = process.env.FIGURES ?? 'figures.json';

/** Keeps figures beside those that other files have kept. */
export function record(figures: Record<string, number>): void {
  const kept = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
  writeFileSync(FILE, JSON.stringify({ ...kept, ...figures }));
}

export function quantile(values: number[], part: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}
