/* Writing a template: what it would say appears while it is written, and placeholders can be clicked into the text. */
import { showAnew, whenQuiet } from './case-form.js';

document.documentElement.classList.add('with-script');

const form = document.getElementById('template-form');

if (form) {
  const preview = whenQuiet(400, () => showAnew(form, 'preview', ['template-preview']));
  form.addEventListener('input', preview);
  form.addEventListener('change', preview);
  addButtons(form.elements.text);
}

/* Each placeholder becomes a button that puts it where the cursor stands. */
function addButtons(text) {
  const insert = document.getElementById('placeholder-table').dataset.insert;
  document.querySelectorAll('[data-placeholder]').forEach((code) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'placeholder';
    button.textContent = code.dataset.placeholder;
    button.title = insert;
    button.addEventListener('click', () => {
      text.setRangeText(code.dataset.placeholder, text.selectionStart, text.selectionEnd, 'end');
      text.focus();
      text.dispatchEvent(new Event('input', { bubbles: true }));
    });
    code.replaceChildren(button);
  });
}
