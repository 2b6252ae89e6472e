const { crossing, overlapping, passesThrough, touching } = require('../geometry');

/**
 * Every node has a shape, every flow a line; no two lines cross, none runs through a shape that it does not join, and no
 * label lies on a shape.
 */
module.exports = () => ({
  check(definitions, reporter) {
    if (definitions.$type !== 'bpmn:Definitions') {
      return;
    }
    const drawn = (definitions.diagrams || []).flatMap(diagram => diagram.plane.planeElement || []);
    const lines = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNEdge').map(lineOf);
    const shapes = drawn.filter(({ $type }) => $type === 'bpmndi:BPMNShape');
    const shown = new Set(drawn.map(({ bpmnElement }) => bpmnElement));

    (definitions.rootElements || []).flatMap(contents)
      .filter(element => !shown.has(element))
      .forEach(element => reporter.report(element.id, 'It is missing in the diagram'));

    lines.forEach((line, index) => {
      lines.slice(index + 1)
        .filter(other => meet(line, other))
        .forEach(other => reporter.report(line.of.id, `Its line crosses that of ${other.of.id}`));
      shapes
        .filter(({ bpmnElement }) => isForeign(bpmnElement, line))
        .filter(({ bounds }) => line.segments.some(segment => passesThrough(segment, bounds)))
        .forEach(({ bpmnElement }) => reporter.report(line.of.id, `Its line runs through ${bpmnElement.id}`));
    });

    drawn.filter(({ label }) => label && label.bounds).forEach(({ bpmnElement: labelled, label }) =>
      shapes
        .filter(({ bpmnElement }) => !isInside(labelled, bpmnElement))
        .filter(({ bounds }) => overlapping(label.bounds, bounds))
        .forEach(({ bpmnElement }) => reporter.report(labelled.id, `Its label lies on ${bpmnElement.id}`)));
  }
});

function contents(element) {
  return (element.flowElements || [])
    .filter(child => child.$instanceOf('bpmn:FlowNode') || child.$type === 'bpmn:SequenceFlow')
    .flatMap(child => [ child, ...contents(child) ]);
}

function lineOf({ bpmnElement, waypoint }) {
  return {
    of: bpmnElement,
    ends: [ bpmnElement.sourceRef, bpmnElement.targetRef ],
    segments: waypoint.slice(1).map((point, index) => [ waypoint[index], point ])
  };
}

/** Lines that share an end may run together there, but not cross. */
function meet(line, other) {
  const related = line.ends.some(end => other.ends.includes(end));
  const clash = related ? crossing : (a, b) => crossing(a, b) || touching(a, b);
  return line.segments.some(a => other.segments.some(b => clash(a, b)));
}

function isForeign(shown, line) {
  return !line.ends.some(end => end === shown || end.attachedToRef === shown || isInside(end, shown));
}

function isInside(element, container) {
  for (let at = element.$parent; at; at = at.$parent) {
    if (at === container) {
      return true;
    }
  }
  return false;
}
