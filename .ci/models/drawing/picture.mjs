// Takes the picture out of the drawn page: node picture.mjs MODEL < page-as-drawn.html > picture.svg
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const model = process.argv[2];
const page = readFileSync(0, 'utf8');
const [ , drawn, failed ] = /<pre id="picture">(?:drawn ([^<]*)|failed ([^<]*))<\/pre>/.exec(page) ?? [];
if (!drawn) {
  console.error(`${basename(model)} cannot be drawn: ${failed ?? 'the browser gave no picture'}`);
  process.exit(1);
}

const digest = createHash('sha256').update(readFileSync(model)).digest('hex');
console.log(steady(Buffer.from(drawn, 'base64').toString('utf8'))
  .replace(/(<svg [^>]*viewBox="(\S+) (\S+) (\S+) (\S+)"[^>]*>)/,
    `<!-- model ${basename(model)} sha256 ${digest} -->\n$1<rect x="$2" y="$3" width="$4" height="$5" fill="white"/>`));

/** Ids that the drawing tool makes up anew each time become numbers, so that the same model gives the same picture. */
function steady(svg) {
  const seen = new Map();
  for (const [ , id ] of svg.matchAll(/<(?:marker|pattern|linearGradient)[^>]* id="([^"]+)"/g)) {
    seen.set(id, `part-${seen.size + 1}`);
  }
  return [ ...seen ].reduce((text, [ id, name ]) => text.replaceAll(id, name), svg);
}
