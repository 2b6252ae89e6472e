const { isAskingGateway } = require('../model');

/** A question has a cautious answer for all that nobody foresaw, and every other answer has its condition. */
module.exports = () => ({
  check(element, reporter) {
    if (!isAskingGateway(element)) {
      return;
    }
    if (!element.default) {
      reporter.report(element.id, 'Mark the cautious answer as the default flow');
    }
    element.outgoing
      .filter(flow => flow !== element.default && !flow.conditionExpression)
      .forEach(flow => reporter.report(flow.id, 'Say when this answer is taken, or make it the default flow'));
  }
});
