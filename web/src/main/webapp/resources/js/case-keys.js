/* Letters that save the way to a button: data-key names the one that each button or link has. None while somebody writes. */
export function addKeys() {
  const help = document.getElementById('keys');
  const open = document.querySelector('.case-keys-open');
  open.hidden = false;
  open.addEventListener('click', () => help.showModal());
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || help.open || isTyping(e.target)) {
      return;
    }
    if (e.key === 'a') {
      const text = document.getElementById('answer-text');
      if (text) {
        e.preventDefault();
        text.scrollIntoView({ block: 'center' });
        text.focus();
      }
      return;
    }
    const wanted = document.querySelector(`[data-key="${CSS.escape(e.key)}"]`);
    if (wanted) {
      e.preventDefault();
      wanted.click();
    }
  });
}

function isTyping(target) {
  return target.isContentEditable || target.matches('select, textarea, input:not([type="checkbox"], [type="radio"])');
}
