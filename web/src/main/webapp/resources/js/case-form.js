/* What forms of the back office have in common: they are sent to be shown anew in part, without being sent for good. */

/** Runs that once nothing has called it for so many milliseconds. */
export function whenQuiet(millis, run) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(run, millis);
  };
}

const running = new Map();

/**
 * Sends the form with another action and puts those elements of the answering page in place of this one's, by id. Files stay here.
 *
 * @returns {Promise<Document|null>} the page; null when there is none to show: no connection, signed out, or a newer question is on its way
 */
export async function showAnew(form, action, ids) {
  const answer = await ask(form, action);
  if (answer !== null) {
    for (const id of ids) {
      const fresh = answer.getElementById(id);
      if (fresh) {
        document.getElementById(id)?.replaceWith(document.adoptNode(fresh));
      }
    }
  }
  return answer;
}

/** Sends the form with that action; the page that comes back, or null. */
export async function ask(form, action) {
  // Its buttons are called "action", which hides the property of that name.
  const typed = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') {
      typed.append(name, value);
    }
  }
  typed.set('action', action);
  running.get(form)?.abort();
  const patience = new AbortController();
  running.set(form, patience);
  try {
    const response = await fetch(form.getAttribute('action'), { method: 'POST', body: typed, signal: patience.signal });
    const known = [200, 409, 422].includes(response.status) && !response.redirected;
    const page = known ? new DOMParser().parseFromString(await response.text(), 'text/html') : null;
    return page !== null && showGone(form, page) ? null : page;
  } catch {
    return null;
  }
}

/* The report has been taken away meanwhile: instead of its page, the answer says whose it is, and gives back what was typed. */
function showGone(form, page) {
  const gone = page.querySelector('[data-gone]');
  if (gone) {
    document.querySelector('.case-jump')?.remove();
    form.closest('article').replaceWith(document.adoptNode(gone));
    document.querySelector('[data-gone] h1').focus();
  }
  return gone !== null;
}

/** A second press while the first is under way sends nothing; only that button's, when one is named. Coming back makes it work again. */
export function onlyOnce(form, button) {
  form.addEventListener('submit', (e) => {
    if (button !== undefined && e.submitter?.value !== button) {
      return;
    }
    if (form.dataset.sent === 'true') {
      e.preventDefault();
      return;
    }
    form.dataset.sent = 'true';
  });
  window.addEventListener('pageshow', () => delete form.dataset.sent);
}
