/* One step at a time: finished ones fold to a line with "Ändra", coming ones wait, and nothing keeps anybody from opening them. */

import { findOpen, findStop, isComplete } from './questions.js';

/* What a step cannot do without: the field, the least number of characters. The server has the whole rules. */
const WANTED = {
  place: [['lat', 1]],
  category: [['category', 1]],
  fault: [['title', 5], ['description', 10]],
  photos: [],
  person: [['name', 2], ['email', 3]],
};

export class Steps {
  constructor(form, texts) {
    this.form = form;
    this.texts = texts;
    this.all = [...form.querySelectorAll('.step[data-step]')];
    this.open = new Set();
    const wrong = form.querySelector('.field--wrong');
    const first = this.all.find((step) => !this.isDone(step)) ?? this.all.at(-1);
    this.all.forEach((step) => {
      step.querySelector('.step-next')?.addEventListener('click', () => this.next(step));
      step.querySelector('.step-edit')?.addEventListener('click', () => this.edit(step));
      if (step === first || step.querySelector('.field--wrong') !== null || wrong !== null && step.dataset.step === 'send') {
        this.open.add(step);
      }
    });
    /* A link from the summary of problems opens the step it leads into. */
    document.getElementById('problems')?.addEventListener('click', (e) => {
      const target = document.querySelector(e.target.getAttribute?.('href') ?? 'none');
      const step = target?.closest('.step');
      if (step) {
        this.open.add(step);
        this.refresh();
      }
    });
    form.addEventListener('live', () => this.refresh());
    this.refresh();
  }

  value(name) {
    return (this.form.elements[name]?.value ?? '').trim();
  }

  isDone(step) {
    switch (step.dataset.step) {
      case 'place':
        return this.value('lat') !== '' && document.getElementById('place-address') !== null;
      case 'category':
        return this.value('category') !== '' && (!this.form.elements.distinct || this.form.elements.distinct.checked);
      case 'fault':
        return this.value('title').length >= 5 && this.value('description').length >= 10 && isComplete(step);
      case 'photos':
        return this.passed === true || this.form.querySelector('[data-photo]') !== null;
      case 'person':
        return this.value('name').length >= 2 && this.value('email').includes('@');
      default:
        return false;
    }
  }

  summary(step) {
    switch (step.dataset.step) {
      case 'place':
        return document.querySelector('#place-address strong')?.textContent ?? this.texts['place-none'];
      case 'category':
        return this.form.querySelector('input[name="category"]:checked')?.closest('.category').querySelector('.category-name').textContent ?? '';
      case 'fault':
        return this.value('title');
      case 'photos': {
        const n = this.form.querySelectorAll('[data-photo]').length;
        return n === 0 ? this.texts['photos-none'] : n === 1 ? this.texts['photos-one'] : this.texts['photos-some'].replace('{0}', n);
      }
      case 'person':
        return `${this.value('name')}, ${this.value('email')}`;
      default:
        return '';
    }
  }

  refresh() {
    this.form.querySelectorAll('.category-search').forEach((search) => {
      search.hidden = false;
    });
    const name = this.form.querySelector('[data-public-name]');
    if (name !== null) {
      name.textContent = this.form.elements.showName.checked ? this.texts['name-shown'] : this.texts['name-hidden'];
    }
    this.all.forEach((step) => {
      const done = this.isDone(step);
      const folded = !this.open.has(step);
      step.classList.toggle('step--folded', folded);
      step.classList.toggle('step--done', done);
      const line = step.querySelector('.step-summary');
      if (line !== null) {
        line.hidden = !folded || !done;
        line.textContent = folded && done ? this.summary(step) : '';
        step.querySelector('.step-edit-word').textContent = done ? this.texts.edit : this.texts['fill-in'];
        step.querySelector('.step-edit').hidden = !folded;
        step.querySelector('.step-next').hidden = folded;
      }
      step.querySelector('.step-body').hidden = folded && line !== null;
    });
    document.getElementById('reporting-map').classList.toggle('reporting-map--small', !this.open.has(this.all[0]));
  }

  /** From the step that holds that element to the next one that wants something. */
  next(from) {
    const step = from.closest('.step');
    if (step === null) {
      return;
    }
    if (step.dataset.step === 'photos') {
      this.passed = true;
    }
    if (this.isDone(step)) {
      step.querySelectorAll('.field-error--next').forEach((old) => old.remove());
      this.open.delete(step);
    } else {
      this.complain(step);
      return;
    }
    const after = this.all.slice(this.all.indexOf(step) + 1);
    const target = after.find((s) => !this.isDone(s)) ?? this.all.at(-1);
    this.open.add(target);
    this.refresh();
    const heading = target.querySelector('.step-title');
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  }

  /** Says what is missing, above each field, and goes to the first of them. */
  complain(step) {
    step.querySelectorAll('.field-error--next').forEach((old) => old.remove());
    let first = this.complainOfAnswers(step);
    for (const [name, least] of WANTED[step.dataset.step]) {
      if (this.value(name).length < least) {
        const problem = this.problem(name);
        const field = step.querySelector(`[name="${name}"]`);
        const single = field !== null && field.type !== 'radio';
        (single ? field : step.querySelector('.step-body').firstElementChild).before(problem);
        first ??= field ?? step;
      }
    }
    const distinct = this.form.elements.distinct;
    if (first === null && step.dataset.step === 'category' && distinct && !distinct.checked) {
      distinct.closest('label').before(this.problem('distinct'));
      first = distinct;
    }
    (first ?? step).focus();
  }

  /** A stop is said by itself, a question without an answer here; answers where to go, or null. */
  complainOfAnswers(step) {
    const open = findStop(step) ?? findOpen(step);
    if (open?.classList.contains('question')) {
      open.querySelector('legend, label').after(this.problem('question'));
      return open.querySelector('input, textarea, select');
    }
    return open;
  }

  /** Whom to call instead, wherever the reader is. */
  showStop(stop) {
    this.open.add(stop.closest('.step'));
    this.refresh();
    stop.focus();
    stop.scrollIntoView({ block: 'center' });
  }

  problem(name) {
    const problem = document.createElement('p');
    problem.className = 'field-error field-error--next';
    problem.setAttribute('role', 'alert');
    problem.textContent = this.texts.wanted[name];
    return problem;
  }

  edit(step) {
    this.open.add(step);
    this.refresh();
    step.querySelector('.step-body').querySelector('input:not([type="hidden"]), textarea')?.focus();
  }
}
