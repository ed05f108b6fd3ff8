/*
 * Keeps an answer that is being written in this browser, so that neither a crash nor a closed window loses it: one text for each
 * report and account, forgotten when it is sent, when somebody signs out (desk.js), and after a week.
 */
const PREFIX = 'fmg-answer:';
const WEEK = 7 * 24 * 3600 * 1000;

export function keepAnswer(form) {
  const key = `${PREFIX}${form.dataset.account}:${form.dataset.report}`;
  forgetOld();
  if (document.getElementById('done')?.dataset.done === 'answer') {
    forget(key);
    tidyAddress();
  }
  restore(form, key);
  form.addEventListener('input', () => keep(form, key));
  form.addEventListener('change', () => keep(form, key));
}

function keep(form, key) {
  const { text, status, expectedOn } = form.elements;
  if (text.value.trim() === '') {
    forget(key);
    return;
  }
  write(key, JSON.stringify({ text: text.value, status: status.value, expectedOn: expectedOn.value, at: Date.now() }));
}

/* Only where the server gave nothing back: what was sent last is newer than what was kept. */
function restore(form, key) {
  const kept = read(key);
  const { text, status, expectedOn } = form.elements;
  if (kept === null || text.value.trim() !== '') {
    return;
  }
  text.value = kept.text;
  expectedOn.value = kept.expectedOn || expectedOn.value;
  if ([...status.options].some((option) => option.value === kept.status)) {
    status.value = kept.status;
  }
  const notice = document.getElementById('answer-found');
  notice.hidden = false;
  notice.querySelector('button').addEventListener('click', () => {
    form.reset();
    text.value = '';
    forget(key);
    notice.hidden = true;
    text.focus();
  });
}

/* Thanked once: a reloaded address does not say again that it is sent, and does not throw away what is written next. */
function tidyAddress() {
  const here = new URL(window.location.href);
  here.searchParams.delete('klar');
  here.searchParams.delete('till');
  window.history.replaceState(null, '', here);
}

function forgetOld() {
  for (const key of keys()) {
    const kept = read(key);
    if (kept === null || Date.now() - kept.at > WEEK) {
      forget(key);
    }
  }
}

/* A browser may keep nothing at all; then there is nothing to lose either. */
function keys() {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX));
  } catch {
    return [];
  }
}

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Full or forbidden.
  }
}

function forget(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Forbidden: then there was nothing.
  }
}
