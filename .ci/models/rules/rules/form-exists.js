const { existsSync } = require('node:fs');
const { join } = require('node:path');

const DEPLOYED = /^embedded:deployment:(forms\/[a-z0-9-]+\.html)$/;

/** The form of a human step is deployed with the process and stands in the folder forms. */
module.exports = () => ({
  check(element, reporter) {
    if (![ 'bpmn:UserTask', 'bpmn:StartEvent' ].includes(element.$type)) {
      return;
    }
    const key = element.get('camunda:formKey');
    if (!key) {
      if (element.$type === 'bpmn:UserTask') {
        reporter.report(element.id, 'A human step needs a form: camunda:formKey="embedded:deployment:forms/….html"');
      }
      return;
    }
    const file = DEPLOYED.exec(key);
    if (!file) {
      reporter.report(element.id, `The form key ${key} is not of the kind embedded:deployment:forms/….html`);
    } else if (!existsSync(join(process.env.DESK_ROOT, file[1]))) {
      reporter.report(element.id, `The form ${file[1]} does not exist`);
    }
  }
});
