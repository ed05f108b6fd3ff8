/* Folds finished steps to one line with "Ändra", and leads from one to the next. */
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
      const reached = step === first || !this.isDone(step) || step.querySelector('.field--wrong') !== null;
      if (reached || wrong !== null && step.dataset.step === 'send') {
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
        return this.value('title').length >= 5 && this.value('description').length >= 10;
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
    this.form.querySelector('[data-public-name]').textContent = this.form.elements.showName.checked ? this.texts['name-shown'] : this.texts['name-hidden'];
    this.all.forEach((step) => {
      const done = this.isDone(step);
      const folded = done && !this.open.has(step);
      step.classList.toggle('step--folded', folded);
      step.classList.toggle('step--done', done);
      const line = step.querySelector('.step-summary');
      if (line !== null) {
        line.hidden = !folded;
        line.textContent = folded ? this.summary(step) : '';
        step.querySelector('.step-edit').hidden = !folded;
        step.querySelector('.step-next').hidden = folded;
        step.querySelector('.step-body').hidden = folded;
      }
    });
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
      this.open.delete(step);
    }
    const after = this.all.slice(this.all.indexOf(step) + 1);
    const target = after.find((s) => !this.isDone(s) || this.open.has(s)) ?? this.all.at(-1);
    this.open.add(target);
    this.refresh();
    const heading = target.querySelector('.step-title');
    heading.focus({ preventScroll: true });
    heading.scrollIntoView({ block: 'start' });
  }

  edit(step) {
    this.open.add(step);
    this.refresh();
    step.querySelector('.step-body').querySelector('input:not([type="hidden"]), textarea')?.focus();
  }
}
