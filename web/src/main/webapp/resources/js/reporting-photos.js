/* Photos go up one by one as soon as they are chosen, with a preview, progress, and a way to take them away again. */
export class Photos {
  constructor(form, texts, draft, changed) {
    this.form = form;
    this.texts = texts;
    this.draft = draft;
    this.changed = changed;
    this.input = document.getElementById('photo');
    this.list = document.getElementById('photo-list');
    this.problems = document.getElementById('photo-problems');
    this.status = document.getElementById('photo-status');
    this.url = form.dataset.photoUrl ?? '/rapportera/foto';
    this.line = Promise.resolve();
    this.input.addEventListener('change', () => this.add([...this.input.files]));
  }

  count() {
    return this.list.querySelectorAll('[data-photo]').length;
  }

  add(files) {
    this.input.value = '';
    this.problems.replaceChildren();
    let room = this.texts.maxPhotos - this.list.children.length;
    for (const file of files) {
      if (file.size > this.texts.maxBytes) {
        this.refuse(this.texts['photo-large'].replace('{0}', file.name));
      } else if (room <= 0) {
        this.refuse(this.texts['photo-many'].replace('{0}', file.name).replace('{1}', this.texts.maxPhotos));
      } else {
        room -= 1;
        const row = this.row(file);
        this.line = this.line.then(() => this.upload(file, row));
      }
    }
  }

  /** What tells the server which form it is. */
  hidden() {
    return [...this.form.querySelectorAll('input[type="hidden"]')].map((field) => [field.name, field.value]);
  }

  row(file) {
    const row = document.createElement('li');
    row.className = 'photo photo--sending';
    const picture = document.createElement('img');
    picture.alt = this.texts['photo-alt'].replace('{0}', file.name);
    picture.width = 160;
    picture.height = 120;
    picture.src = URL.createObjectURL(file);
    const name = document.createElement('span');
    name.className = 'photo-name';
    name.textContent = file.name;
    const progress = document.createElement('progress');
    progress.max = 100;
    progress.value = 0;
    progress.setAttribute('aria-label', this.texts['photo-sending'].replace('{0}', file.name).replace('{1}', '0'));
    row.append(picture, name, progress);
    this.list.append(row);
    return row;
  }

  /* XMLHttpRequest, because fetch tells nothing of how far an upload is. */
  upload(file, row) {
    return new Promise((done) => {
      const body = new FormData();
      this.hidden().forEach(([name, value]) => body.append(name, value));
      body.append('photo', file);
      const request = new XMLHttpRequest();
      request.open('POST', this.url);
      request.setRequestHeader('Accept', 'application/json');
      request.setRequestHeader('X-CSRF-Token', this.form.elements.fmg_csrf.value);
      request.responseType = 'json';
      const progress = row.querySelector('progress');
      request.upload.addEventListener('progress', (e) => {
        progress.value = e.lengthComputable ? (e.loaded / e.total) * 100 : 0;
      });
      request.addEventListener('load', () => {
        if (request.status === 200 && request.response?.id) {
          this.accept(row, request.response);
        } else {
          this.giveUp(file, row, request.response?.error?.message);
        }
        done();
      });
      request.addEventListener('error', () => {
        this.giveUp(file, row, null);
        done();
      });
      request.send(body);
    });
  }

  accept(row, { id, name }) {
    row.classList.remove('photo--sending');
    row.dataset.photo = id;
    row.querySelector('progress').remove();
    const picture = row.querySelector('img');
    URL.revokeObjectURL(picture.src);
    picture.src = `/bild/${id}/thumb`;
    const button = document.createElement('button');
    button.type = 'submit';
    button.name = 'action';
    button.value = `remove:${id}`;
    button.className = 'button button--quiet photo-remove';
    const hidden = document.createElement('span');
    hidden.className = 'visually-hidden';
    hidden.textContent = ` ${name}`;
    button.append(this.texts['photo-remove'], hidden);
    row.append(button);
    this.status.textContent = this.texts['photo-done'].replace('{0}', name);
    this.changed();
  }

  /** With a reason it is the file's fault; without one it was the connection, and another try may help. */
  giveUp(file, row, reason) {
    row.remove();
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'button button--link';
    again.textContent = this.texts['photo-again'];
    const problem = this.refuse(reason ?? this.texts['photo-failed'].replace('{0}', file.name));
    if (!reason) {
      again.addEventListener('click', () => {
        problem.remove();
        this.add([file]);
      });
      problem.append(' ', again);
    }
  }

  refuse(text) {
    const problem = document.createElement('p');
    problem.className = 'field-error';
    problem.setAttribute('role', 'alert');
    problem.textContent = text;
    this.problems.append(problem);
    return problem;
  }

  async remove(id) {
    const row = this.list.querySelector(`[data-photo="${CSS.escape(id)}"]`);
    const body = new URLSearchParams([...this.hidden(), ['remove', id]]);
    try {
      const answer = await fetch(this.url, { method: 'POST', body, headers: { Accept: 'application/json' } });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
    } catch {
      this.refuse(this.texts['not-saved']);
      return;
    }
    this.status.textContent = this.texts['photo-removed'].replace('{0}', row.querySelector('.photo-name').textContent);
    row.remove();
    this.input.focus();
    this.changed();
  }
}
