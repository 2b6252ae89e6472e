/** The words of the desk: questions, their options and the conditions under which they are asked. */

const answer = await fetch(new URL('catalogue.json', import.meta.url));

/** @type {Desk.Catalogue} */
export const catalogue = await answer.json();

/**
 * Whether the question is relevant, given the facts known so far.
 *
 * @param {Desk.Question} question
 * @param {Desk.Facts} facts
 */
export function asked(question, facts) {
  return !question.askedWhen
    || question.askedWhen.some(alternative =>
      Object.entries(alternative).every(([fact, values]) => values.some(value => value === facts[fact])));
}

/**
 * The 23 facts from the answers given. A question that is not relevant has the value the catalogue gives it; one that is
 * relevant and not answered stands in `open` and has no value.
 *
 * @param {Desk.Facts} answers
 */
export function factsFrom(answers) {
  /** @type {Desk.Facts} */
  const facts = {};
  /** @type {string[]} */
  const open = [];
  /** @type {string[]} */
  const relevant = [];
  for (const question of catalogue.questions) {
    if (!asked(question, facts)) {
      facts[question.fact] = question.otherwise;
      continue;
    }
    relevant.push(question.fact);
    if (answers[question.fact] === undefined) open.push(question.fact);
    else facts[question.fact] = answers[question.fact];
  }
  return { facts, open, relevant };
}

/**
 * What the facts would be if every open question were answered in the most favourable way. Only for the panel's “at
 * least”; it is never submitted.
 *
 * @param {Desk.Facts} answers
 */
export function atBest(answers) {
  /** @type {Desk.Facts} */
  const facts = {};
  for (const question of catalogue.questions) {
    const given = asked(question, facts) ? answers[question.fact] ?? question.best : question.otherwise;
    facts[question.fact] = given;
  }
  return facts;
}

/**
 * @param {{ value: Desk.Fact, label: string }[]} options
 * @param {Desk.Fact} [value]
 */
export function labelOf(options, value) {
  return options.find(option => option.value === value)?.label ?? String(value);
}

/** “3 days” for P3D; hours and minutes likewise. @param {string} iso */
export function duration(iso) {
  const [, days, hours, minutes] = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:[\d.]+S)?)?$/.exec(iso) ?? [];
  const total = Number(days ?? 0) * 24 + Number(hours ?? 0);
  if (total >= 24 && total % 24 === 0) return plural(total / 24, 'day');
  if (total > 0) return plural(total, 'hour');
  return plural(Number(minutes ?? 0), 'minute');
}

/**
 * @param {number} count
 * @param {string} unit
 */
function plural(count, unit) {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

export const moment = (/** @type {string | undefined} */ iso) => (iso ? MOMENT.format(new Date(iso)) : '');

/** A plain day; read as such, so that no time zone moves it. */
export const day = (/** @type {string | undefined} */ iso) => (iso ? DAY.format(new Date(`${iso}T12:00:00`)) : '');
