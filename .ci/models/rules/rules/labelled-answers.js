const { isAskingGateway } = require('../model');

/** A gateway asks a question, so each way out of it is a labelled answer. */
module.exports = () => ({
  check(element, reporter) {
    if (isAskingGateway(element)) {
      element.outgoing
        .filter(flow => !(flow.name || '').trim())
        .forEach(flow => reporter.report(flow.id, `Label the answer to “${element.name}”`));
    }
  }
});
