const rules = [
  'history-time-to-live',
  'no-code-in-model',
  'plain-expressions',
  'labelled-answers',
  'default-flow',
  'id-is-label',
  'form-exists',
  'clear-diagram'
];

module.exports = {
  configs: {
    all: {
      rules: Object.fromEntries(rules.map(rule => [ `clearance-desk/${rule}`, 'error' ]))
    }
  },
  rules: Object.fromEntries(rules.map(rule => [ rule, `./rules/${rule}` ]))
};
