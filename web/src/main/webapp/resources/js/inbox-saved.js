/* Saved filters: how many reports each finds, and the dialog in which they are named, renamed and forgotten. */

export function startSaved({ desk }) {
  async function count() {
    if (!document.querySelector('[data-saved-count]')) {
      return;
    }
    const answer = await fetch(`/handlaggning/antal?${desk}`, { headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer?.ok) {
      return;
    }
    const numbers = new Intl.NumberFormat(document.documentElement.lang);
    for (const [id, many] of Object.entries(await answer.json())) {
      const place = document.querySelector(`[data-saved-count="${id}"]`);
      if (place) {
        place.textContent = many > 10000 ? `${numbers.format(10000)}+` : numbers.format(many);
      }
    }
  }

  document.addEventListener('click', (e) => {
    if (e.target.closest('[data-action=save]')) {
      window.PF('filters').show();
      document.getElementById('filters:name').focus();
    }
    const gone = e.target.closest('[data-delete]');
    if (gone) {
      window.inboxDeleteFilter([{ name: 'filter', value: gone.dataset.delete }]);
    }
  });
  document.addEventListener('change', (e) => {
    if (e.target.matches('[data-rename]')) {
      window.inboxRenameFilter([{ name: 'filter', value: e.target.dataset.rename }, { name: 'to', value: e.target.value }]);
    }
  });
  window.jQuery(document).on('pfAjaxComplete', (e, request) => {
    if (request.pfArgs?.done) {
      document.getElementById('filters:name').value = '';
      if (!document.querySelector('[data-rename]:focus')) {
        window.PF('filters').hide();
      }
    }
    if (document.querySelector('[data-saved-count]:empty')) {
      count();
    }
  });

  count();
  return { count };
}
