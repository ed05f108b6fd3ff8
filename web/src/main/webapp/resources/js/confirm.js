/* Presses the button of the confirmation page. Mail scanners follow links but run no scripts, so only people confirm. */
const form = document.getElementById('confirm');
const button = form.querySelector('button');
form.addEventListener('submit', () => button.setAttribute('aria-disabled', 'true'));
/* A page that is brought back from memory was pressed before; a page that is only being preloaded is read by nobody. */
if (document.prerendering) {
  document.addEventListener('prerenderingchange', () => form.requestSubmit(), { once: true });
} else if (performance.getEntriesByType('navigation')[0]?.type !== 'back_forward') {
  form.requestSubmit();
}
