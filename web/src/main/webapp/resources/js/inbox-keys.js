/* Keys for those who are here all day: j k move, o opens, s selects, / searches, r fetches what is new, ? helps. */

export function startKeys({ links, refresh, search, toggle }) {
  const focused = () => links().indexOf(document.activeElement);

  function move(by) {
    const all = links();
    const at = focused();
    const next = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + by))];
    next?.focus();
    next?.closest('tr').scrollIntoView({ block: 'nearest' });
  }

  const keys = {
    j: () => move(1),
    k: () => move(-1),
    o: () => links()[focused()]?.click(),
    s: () => focused() >= 0 && toggle(links()[focused()].dataset.row),
    '/': search,
    r: refresh,
    '?': () => document.getElementById('inbox-help').showModal(),
  };

  document.addEventListener('keydown', (e) => {
    const writes = e.target.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog, .ui-dialog, .map');
    if (!writes && !e.ctrlKey && !e.metaKey && !e.altKey && keys[e.key]) {
      e.preventDefault();
      keys[e.key]();
    }
  });
}
