/*
 * The form for a comment, made livelier: what is typed is kept at once, photos go up one by one. Everything also works without.
 */
import { Draft } from './reporting-draft.js';
import { Photos } from './reporting-photos.js';

const form = document.getElementById('comment-form');
const texts = JSON.parse(form.dataset.texts);
document.documentElement.classList.add('with-script');

const draft = new Draft(form, texts);
const photos = new Photos(form, texts, draft, () => undefined);

form.addEventListener('input', (e) => {
  if (e.target.type !== 'file') {
    draft.saveSoon();
  }
});

/* Whoever goes on to the next field, or to the photos, has said something. */
form.addEventListener('change', () => draft.save());

form.addEventListener('submit', (e) => {
  const action = e.submitter?.value ?? '';
  if (action.startsWith('remove:')) {
    e.preventDefault();
    photos.remove(action.slice('remove:'.length));
  } else {
    draft.cancel();
    const button = form.querySelector('.comment-actions .button');
    button.textContent = texts.sending;
  }
});

/* Brought back from memory by "back": the button says again what it does. */
const word = form.querySelector('.comment-actions .button').textContent;
window.addEventListener('pageshow', () => {
  form.querySelector('.comment-actions .button').textContent = word;
});

/* Thanked once: a shared or reloaded address does not thank again. */
const here = new URL(window.location.href);
if (here.searchParams.has('kommentar')) {
  here.searchParams.delete('kommentar');
  window.history.replaceState(null, '', here);
}
document.querySelector('[data-focus]')?.focus();
