import { messageOf, triage } from './api.js';
import { atBest, catalogue, duration, factsFrom } from './catalogue.js';
import { el, fill } from './dom.js';

/** Says live what the answers mean. Before all are given, it says what they mean at least. */
export class TriagePanel extends HTMLElement {
  progress = el('progress', { max: '1', value: '0', 'aria-label': 'Questions answered' });
  count = el('p', { class: 'desk-muted' });
  tier = el('div', { 'aria-live': 'polite' });
  body = el('div', { class: 'desk-panel-body' });

  /** What the answers mean so far. @type {(Desk.Triage & { partly: boolean }) | null} */
  result = null;

  /** @type {AbortController | undefined} */
  running;

  connectedCallback() {
    if (this.contains(this.body)) return;
    this.append(el('section', { class: 'desk-panel', 'aria-label': 'What your answers mean' },
      el('h4', {}, 'What your answers mean'), this.progress, this.count, this.tier, this.body));
  }

  /** @param {Desk.Facts} answers as far as answered */
  async consider(answers) {
    const { open, relevant } = factsFrom(answers);
    const done = relevant.length - open.length;
    this.progress.max = relevant.length;
    this.progress.value = done;
    this.count.textContent = open.length
      ? `${done} of ${relevant.length} questions answered`
      : 'All questions answered';
    this.running?.abort();
    if (!done) {
      this.result = null;
      this.tier.replaceChildren(el('p', {}, 'Answer the questions and read here, as you go, whether informing is enough or somebody has to decide.'));
      this.body.replaceChildren();
      return;
    }
    this.running = new AbortController();
    const { signal } = this.running;
    const facts = open.length ? atBest(answers) : factsFrom(answers).facts;
    try {
      const result = await triage(facts, signal);
      if (!signal.aborted) this.show(result, open.length > 0);
    } catch (refusal) {
      if (signal.aborted) return;
      this.result = null;
      this.tier.replaceChildren(el('p', { class: 'desk-error' }, messageOf(refusal)));
      this.body.replaceChildren();
    }
  }

  /**
   * @param {Desk.Triage} result
   * @param {boolean} partly
   */
  show(result, partly) {
    this.result = { ...result, partly };
    const { label, meaning } = catalogue.tiers[result.tier];
    const undecided = partly && result.tier === 'LOW';
    this.tier.replaceChildren(
      el('p', { class: `desk-tier desk-tier-${undecided ? 'open' : result.tier}` },
        undecided ? 'Nothing stands against it so far' : `${partly ? 'At least: ' : ''}${label}`),
      el('p', {}, undecided ? 'The remaining answers decide.' : meaning));
    fill(this.body,
      this.findings(result.findings, partly),
      !partly && this.people(result),
      el('p', { class: 'desk-muted' }, `By the guidelines of ${result.guidelineVersion}. This is not legal advice.`));
    this.dispatchEvent(new Event('desk-triaged', { bubbles: true }));
  }

  /**
   * @param {Desk.Finding[]} findings
   * @param {boolean} partly
   */
  findings(findings, partly) {
    const shown = partly ? findings.filter(finding => finding.tier !== 'LOW') : findings;
    return shown.length ? el('div', {}, el('h5', {}, 'Why'), findingsList(shown)) : null;
  }

  /** @param {Desk.Triage} result */
  people({ tier, serviceLevels }) {
    const steps = (serviceLevels ?? []).filter(({ step }) => catalogue.steps[step]);
    const first = steps.filter(({ step }) => tier !== 'ESCALATE' || step === 'ASSESS_ESCALATED_USE');
    const then = steps.filter(each => !first.includes(each));
    if (!steps.length) return null;
    return el('div', {}, el('h5', {}, 'Who looks at it'), stepList(first),
      then.length > 0 && [el('p', { class: 'desk-then' }, 'If written approval is needed, then also:'), stepList(then)]);
  }
}

/** @param {{ step: string, due: string }[]} steps */
function stepList(steps) {
  return el('ul', { class: 'desk-plain' }, steps.map(({ step, due }) =>
    el('li', {}, catalogue.steps[step].does, el('span', { class: 'desk-muted' }, `, usually within ${duration(due)}`))));
}

/** Findings with their clauses, the weightiest first. @param {Desk.Finding[]} findings */
export function findingsList(findings) {
  const weight = { WRITTEN_APPROVAL: 0, ESCALATE: 1, LOW: 2 };
  const sorted = [...findings].sort((one, other) => weight[one.tier] - weight[other.tier]);
  return el('ul', { class: 'desk-findings' }, sorted.map(finding =>
    el('li', { class: `desk-finding desk-finding-${finding.tier}` },
      el('span', { class: 'desk-clause' }, finding.clause, el('span', { class: 'desk-clause-name' }, ` ${catalogue.clauses[finding.clause] ?? ''}`)),
      el('span', {}, finding.reason,
        finding.union && el('span', { class: 'desk-union' }, ' Consent is concerned.')))));
}
