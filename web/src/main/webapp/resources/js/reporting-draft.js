/* What is about the same as before keeps what has been typed into it since. */
function differs(old, now) {
  return now.dataset.about ? old.dataset.about !== now.dataset.about : old.innerHTML !== now.innerHTML;
}

/* Keeps the draft on the server at every change, and fetches the parts of the page that follow from it. */
export class Draft {
  constructor(form, texts) {
    this.form = form;
    this.texts = texts;
    this.url = form.dataset.draftUrl ?? '/rapportera/utkast';
    this.timer = null;
    this.line = Promise.resolve();
    this.shown = document.getElementById('saved');
    window.addEventListener('online', () => this.save());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden' && this.timer !== null) {
        this.save();
      }
    });
  }

  saveSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), 1200);
  }

  cancel() {
    clearTimeout(this.timer);
    this.timer = null;
  }

  /** One after the other, so that an older state never overtakes a newer one. Answers what the server said, or null. */
  save(extra = {}) {
    this.cancel();
    this.line = this.line.then(() => this.send(extra));
    return this.line;
  }

  async send(extra) {
    const fields = new FormData(this.form);
    fields.delete('photo');
    fields.delete('action');
    Object.entries(extra).forEach(([name, value]) => fields.set(name, value));
    try {
      const answer = await fetch(this.url, {
        method: 'POST',
        body: new URLSearchParams(fields),
        headers: { Accept: 'application/json' },
        keepalive: true,
      });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      const now = new Date().toLocaleTimeString('sv-SE', { hour: '2-digit', minute: '2-digit' });
      this.say(this.texts.saved.replace('{0}', now));
      return await answer.json();
    } catch {
      this.say(this.texts['not-saved']);
      return null;
    }
  }

  say(text) {
    if (this.shown.textContent !== text) {
      this.shown.textContent = text;
    }
  }

  /** Puts the server's newest version of those parts into the page; what has the focus keeps it. */
  async showAnew(names) {
    let fresh;
    try {
      const answer = await fetch('/rapportera', { headers: { Accept: 'text/html' } });
      fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    } catch {
      return;
    }
    const focused = document.activeElement;
    const distinct = this.form.elements.distinct?.checked;
    for (const name of names) {
      const old = this.form.querySelector(`[data-live="${name}"]`);
      const now = fresh.querySelector(`[data-live="${name}"]`);
      if (old !== null && now !== null && differs(old, now)) {
        old.className = now.className;
        old.dataset.about = now.dataset.about ?? '';
        old.replaceChildren(...now.childNodes);
      }
    }
    if (distinct && this.form.elements.distinct) {
      this.form.elements.distinct.checked = true;
    }
    if (!focused.isConnected && focused.name) {
      this.form.querySelector(`[name="${focused.name}"][value="${CSS.escape(focused.value)}"]`)?.focus();
    }
    this.form.dispatchEvent(new CustomEvent('live'));
  }
}
