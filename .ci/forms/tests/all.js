/** Runs every test in one program: making a page without a browser takes longer than what is tested on it. */
import { readdir } from 'node:fs/promises';

for (const file of (await readdir(new URL('.', import.meta.url))).sort()) {
  if (file.endsWith('.test.js')) await import(new URL(file, import.meta.url));
}
