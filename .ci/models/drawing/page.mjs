// Writes the page that draws one model: node page.mjs MODEL > page.html
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const model = process.argv[2];
const dist = name => pathToFileURL(`${process.cwd()}/node_modules/${name}`);
const literal = text => JSON.stringify(text).replaceAll('<', '\\u003c');
const decision = model.endsWith('.dmn');

const head = decision
  ? `<link rel="stylesheet" href="${dist('dmn-js/dist/assets/dmn-js-drd.css')}">
     <link rel="stylesheet" href="${dist('dmn-js/dist/assets/diagram-js.css')}">
     <script src="${dist('dmn-js/dist/dmn-viewer.development.js')}"></script>`
  : `<link rel="stylesheet" href="${dist('bpmn-js/dist/assets/diagram-js.css')}">
     <script src="${dist('bpmn-js/dist/bpmn-viewer.development.js')}"></script>`;

const draw = decision
  ? `const viewer = new DmnJS({ container: '#canvas' });
     await viewer.importXML(xml);
     await viewer.open(viewer.getViews().find(({ type }) => type === 'drd'));
     return viewer.getActiveViewer().saveSVG();`
  : `const viewer = new BpmnJS({ container: '#canvas' });
     await viewer.importXML(xml);
     return viewer.saveSVG();`;

console.log(`<!doctype html><meta charset="utf-8">${head}
<div id="canvas" style="width: 3000px; height: 2000px"></div><pre id="picture"></pre>
<script>
  const xml = ${literal(readFileSync(model, 'utf8'))};
  (async () => { ${draw} })().then(
    ({ svg }) => { document.getElementById('picture').textContent = 'drawn ' + btoa(unescape(encodeURIComponent(svg))); },
    error => { document.getElementById('picture').textContent = 'failed ' + error.message; });
</script>`);
