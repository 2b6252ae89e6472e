const { isAskingGateway } = require('../model');

/**
 * A question with one answer has a cautious one for all that nobody foresaw, and every other answer has its condition. Where
 * several answers may hold at once each has its condition, and the case does not move on when none holds.
 */
module.exports = () => ({
  check(element, reporter) {
    if (!isAskingGateway(element)) {
      return;
    }
    if (!element.default && element.$type === 'bpmn:ExclusiveGateway') {
      reporter.report(element.id, 'Mark the cautious answer as the default flow');
    }
    element.outgoing
      .filter(flow => flow !== element.default && !flow.conditionExpression)
      .forEach(flow => reporter.report(flow.id, 'Say when this answer is taken, or make it the default flow'));
  }
});
