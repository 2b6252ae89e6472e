import { address, messageOf, OPENED_BY, openedBy, Refusal } from './api.js';
import { el } from './dom.js';
import { clearProblems, forgiveOnInput, showProblems } from './problems.js';

/**
 * Stands at the head of every form and connects its parts with Tasklist: reads the task's variables for them, keeps what
 * was typed in this tab until it is sent, checks before sending, and says what has to be mended.
 *
 * A part is an element in the form with any of: `begin(context)`, `value` (what was typed, as JSON), `problems()`
 * (a list of {field, message}), `confirm()` (asks the server, rejects with a Refusal) and `variables()`
 * ({name: {type, value}}). Hidden parts are left out.
 */
export class Submission extends HTMLElement {
  summary = el('div', { class: 'desk-summary-place' });
  status = el('p', { class: 'desk-status', role: 'status' });

  /** Tasklist's form, and the element in it. @type {Desk.CamForm} */
  camForm;

  /** @type {HTMLFormElement} */
  form;

  user = '';
  ready = false;
  busy = false;
  checked = false;

  connectedCallback() {
    if (this.contains(this.summary)) return;
    this.append(this.summary, this.status, el('p', { class: 'desk-claim-first' },
      'To answer, first claim the task: the link is above, on the right.'));
    whenFormIsMade(this.closest('form'), camForm => this.attach(camForm));
  }

  /** @param {Desk.CamForm} camForm */
  attach(camForm) {
    this.camForm = camForm;
    this.form = camForm.formElement[0];
    this.user = camForm.options?.urlParams?.userId ?? '';
    this.ready = false;
    this.sayWhoOpenedIt();
    const names = (this.getAttribute('variables') ?? '').split(' ').filter(Boolean);
    camForm.on('form-loaded', () => names.forEach(name => camForm.variableManager.fetchVariable(name)));
    camForm.on('variables-fetched', () => this.prepare(names));
    camForm.on('submit', () => this.submit());
    camForm.on('submit-failed', (_, [failure]) => this.refused(failure));
    camForm.on('submit-success', () => this.taken());
    camForm.on('store', () => this.keep());
    forgiveOnInput(this.form);
    for (const event of ['input', 'change', 'desk-changed']) this.form.addEventListener(event, () => this.typed());
  }

  /** Tasklist sends the form itself; what it posts from then on has the header too. */
  sayWhoOpenedIt() {
    if (!this.user) return;
    openedBy(this.user);
    for (const name of ['process-definition', 'task']) {
      const { http } = this.camForm.client.resource(name);
      if (Object.hasOwn(http, 'post')) continue;
      const { post } = http;
      http.post = (path, options) =>
        post.call(http, path, { ...options, headers: { ...options?.headers, [OPENED_BY]: this.user } });
    }
  }

  /**
   * @param {keyof Desk.Part} method
   * @returns {Desk.Part[]}
   */
  parts(method) {
    const parts = [...this.form.querySelectorAll('*')].filter(part => part.localName.startsWith('desk-') && method in part);
    return /** @type {Desk.Part[]} */ (parts);
  }

  /** @param {keyof Desk.Part} method */
  shown(method) {
    return this.parts(method).filter(part => !part.closest('[hidden]'));
  }

  /** @param {string[]} names */
  async prepare(names) {
    const variables = this.camForm.variableManager;
    /** @type {any} */
    const context = {};
    for (const name of names) {
      context[name] = variables.variable(name)?.value ?? null;
      variables.destroyVariable(name);
    }
    await this.fill(context);
    this.beginAgainWhenClaimed(context);
  }

  /** @param {Desk.Context} context */
  async fill(context) {
    try {
      await Promise.all(this.parts('begin').map(part => part.begin(context)));
    } catch (failure) {
      this.show([{ field: '', message: messageOf(failure) }]);
    }
    this.restore();
    this.ready = true;
  }

  /**
   * A confidential request opens to whoever claims its task. Tasklist then only takes its veil from the form.
   *
   * @param {Desk.Context} context
   */
  beginAgainWhenClaimed(context) {
    const veil = this.closest('.disabled-form');
    if (!veil) return;
    const watch = new MutationObserver(() => {
      if (veil.classList.contains('disabled-form')) return;
      watch.disconnect();
      this.fill(context);
    });
    watch.observe(veil, { attributes: true, attributeFilter: ['class'] });
  }

  /** Tasklist sends at once or not at all; so the first pass only checks, and a clean check presses the button again. */
  submit() {
    if (this.checked) {
      this.checked = false;
      this.send();
      return;
    }
    this.camForm.submitPrevented = true;
    // Not within the event: pressing the button while Tasklist is still pressing it would send twice.
    if (!this.busy && this.ready) setTimeout(() => this.check());
  }

  async check() {
    if (this.busy) return;
    clearProblems(this.summary, this.form);
    const problems = this.shown('problems').flatMap(part => part.problems());
    if (problems.length) {
      this.show(problems);
      return;
    }
    this.busy = true;
    this.status.textContent = 'Checking…';
    try {
      for (const part of this.shown('confirm')) await part.confirm();
      this.checked = true;
    } catch (failure) {
      this.show(failure instanceof Refusal && failure.problems.length
        ? failure.problems
        : [{ field: '', message: messageOf(failure) }]);
    } finally {
      this.busy = false;
      this.status.textContent = '';
    }
    if (this.checked) this.button()?.click();
  }

  send() {
    const manager = this.camForm.variableManager;
    for (const part of this.shown('variables')) {
      for (const [name, { type, value }] of Object.entries(part.variables())) {
        if (manager.variable(name)) manager.destroyVariable(name);
        manager.createVariable({ name, type, value });
      }
    }
  }

  /** @returns {HTMLElement | null | undefined} */
  button() {
    const around = this.form.closest('.modal-content') ?? this.form.closest('[cam-tasklist-form]');
    return around?.querySelector('.modal-footer button[type=submit], .form-actions .btn-primary');
  }

  /**
   * Shows the server's sentence at the head of the form; Tasklist's own box would add engine words and cover the button.
   *
   * @param {Desk.Failure} failure
   */
  refused(failure) {
    if (this.camForm.submitPrevented) return;
    this.show([{ field: '', message: sentenceOf(failure) }]);
    // What Tasklist goes by when it decides whether to open its box.
    failure.message = 'camForm submission prevented';
  }

  taken() {
    sessionStorage.removeItem(this.draftName());
    const sent = this.getAttribute('sent');
    if (sent) tellSent(sent);
  }

  /** @param {Desk.Problem[]} problems */
  show(problems) {
    showProblems(this.summary, this.form, problems);
  }

  typed() {
    if (!this.ready) return;
    this.keep();
    const scope = this.camForm.formElement.scope?.();
    const controller = scope?.[this.form.getAttribute('name') ?? ''];
    if (scope && controller && !controller.$dirty) scope.$applyAsync(() => controller.$setDirty());
  }

  draftName() {
    return `desk-draft:${this.user}:${this.camForm.taskId ?? 'new request'}`;
  }

  keep() {
    const draft = this.parts('value').map(part => [part.localName, part.value]);
    try {
      sessionStorage.setItem(this.draftName(), JSON.stringify(draft));
    } catch {
      this.status.textContent = 'This browser cannot keep a draft. Please send the form before you leave it.';
    }
  }

  restore() {
    const kept = sessionStorage.getItem(this.draftName());
    if (!kept) return;
    const afresh = el('button', { type: 'button', class: 'desk-link', onclick: () => this.discard() }, 'Start afresh');
    for (const [name, value] of JSON.parse(kept)) {
      const part = this.parts('value').find(each => each.localName === name);
      if (part) part.value = value;
    }
    this.status.replaceChildren('Here is what you had typed in this tab and not yet sent. ', afresh);
  }

  async discard() {
    this.ready = false;
    sessionStorage.removeItem(this.draftName());
    this.status.textContent = '';
    clearProblems(this.summary, this.form);
    for (const part of this.parts('value')) part.value = null;
    this.ready = true;
  }
}

/**
 * Tasklist puts its form object on the form's scope when all parts are in place and before it asks for any variable. A
 * script in the form would get it too, but the content security policy lets no text become code.
 *
 * @param {HTMLFormElement | null} form
 * @param {(camForm: Desk.CamForm) => void} take
 */
function whenFormIsMade(form, take) {
  const scope = form && window.angular?.element(form).scope();
  if (!scope) return;
  const place = { configurable: true, enumerable: true };
  Object.defineProperty(scope, 'camForm', {
    ...place,
    get: () => undefined,
    set(/** @type {Desk.CamForm} */ camForm) {
      Object.defineProperty(scope, 'camForm', { ...place, writable: true, value: camForm });
      take(camForm);
    },
  });
}

/** Says, after the form is gone, that it was taken and where to follow it. @param {string} sentence */
function tellSent(sentence) {
  const message = el('div', { class: 'desk-sent', role: 'status' }, `${sentence} `,
    el('a', { href: address('requests') }, 'See my requests'),
    el('button', { type: 'button', class: 'close', 'aria-label': 'Close this message', onclick: () => message.remove() }, '×'));
  document.body.append(message);
  setTimeout(() => message.remove(), 15000);
}

/**
 * An answer that gives a reason was written by the desk, for whoever has to mend something or was too late. Any other was
 * written by the engine for its programmers, or by nobody.
 *
 * @param {Desk.Failure} failure
 */
export function sentenceOf({ response }) {
  const { reason, message } = response?.body ?? {};
  return typeof reason === 'string' && typeof message === 'string' ? message : NOT_TAKEN;
}

const NOT_TAKEN = 'The desk could not take this. Nothing you typed is lost; please try again.';
