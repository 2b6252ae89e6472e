const { placeOf, textsOf } = require('../model');

const NAME = '[A-Za-z_][A-Za-z0-9_]*';
const LITERAL = `(?:'[^']*'|"[^"]*"|true|false|null|-?\\d+)`;
const TERM = `(?:(?:!\\s*|not\\s+)?${NAME}|${NAME}\\s*(?:==|!=)\\s*${LITERAL})`;
const PLAIN = new RegExp(`^\\s*${TERM}(?:\\s*(?:&&|\\|\\||\\band\\b|\\bor\\b)\\s*${TERM})*\\s*$`);

/** An expression is a variable or bean, a comparison with a literal, or such joined by and, or, not. */
module.exports = () => ({
  check(element, reporter) {
    for (const [ name, text ] of textsOf(element)) {
      for (const [ whole, , inside ] of text.matchAll(/([$#])\{([^}]*)\}?/g)) {
        if (whole.startsWith('#') || !whole.endsWith('}') || !PLAIN.test(inside)) {
          reporter.report(placeOf(element), `The expression ${whole} in ${name} decides too much: put it into Java or the decision model`);
        }
      }
    }
  }
});
