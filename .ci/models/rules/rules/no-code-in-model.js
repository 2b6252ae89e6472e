const { engineName, placeOf, textsOf } = require('../model');

/** Code lives in Java: no scripts and no class names in a model. */
module.exports = () => ({
  check(element, reporter) {
    const refuse = what => reporter.report(placeOf(element), `${what}: name a bean of the desk with a delegateExpression`);

    if (element.$type === 'bpmn:ScriptTask') {
      refuse('A script task');
    }
    if (engineName(element) === 'script') {
      refuse('An inline script');
    }
    if (element.$instanceOf && element.$instanceOf('bpmn:FormalExpression') && element.language) {
      refuse(`A condition in ${element.language}`);
    }
    for (const [ name ] of textsOf(element)) {
      const local = name.replace(/^camunda:/, '');
      if (local === 'scriptFormat' || local === 'resource') {
        refuse(`The attribute ${local}`);
      }
      if (local === 'class') {
        refuse('The attribute camunda:class');
      }
    }
  }
});
