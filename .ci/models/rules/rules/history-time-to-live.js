const DAYS = /^(P\d+D|\d+)$/;

/** Every process says for how many days the engine keeps its history. */
module.exports = () => ({
  check(element, reporter) {
    if (element.$type === 'bpmn:Process' && !DAYS.test(element.get('camunda:historyTimeToLive') || '')) {
      reporter.report(element.id, 'Say how long the history is kept, such as camunda:historyTimeToLive="P180D"');
    }
  }
});
