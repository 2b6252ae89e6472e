const GENERATED = /^[A-Z][A-Za-z]*_[0-9a-z]{7}$/;

/** The id of a named task, event or gateway is its label in camelCase; no id is one that an editor made up. */
module.exports = () => ({
  check(element, reporter) {
    if (GENERATED.test(element.id || '')) {
      reporter.report(element.id, 'Give it an id that says what it is');
    } else if (element.$instanceOf && element.$instanceOf('bpmn:FlowNode') && element.name) {
      const expected = camelCase(element.name);
      if (element.id !== expected) {
        reporter.report(element.id, `The id of “${element.name}” is ${expected}`);
      }
    }
  }
});

function camelCase(label) {
  const words = label.replace(/[’']/g, '').split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words
    .map((word, index) => index === 0 ? lower(word) : word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}

function lower(word) {
  return word === word.toUpperCase() ? word.toLowerCase() : word.charAt(0).toLowerCase() + word.slice(1);
}
