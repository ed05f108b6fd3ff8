/* Which reports are ticked: kept over pages and refreshes, forgotten when the filter changes. */

/* More than that is not ticked by hand; and an address holds no more. */
const MOST = 500;

export function startSelection({ texts, desk, links }) {
  const bar = document.getElementById('selection');
  const words = bar.querySelector('[data-selected]');
  const bulk = bar.querySelector('[data-bulk]');
  const everything = bar.querySelector('[data-action=all]');
  const chosen = new Set();
  let all = false;
  let query = '';
  let filter = null;

  const boxes = () => [...document.querySelectorAll('[data-tick]')];
  const withoutPage = (text) => {
    const rest = new URLSearchParams(text);
    ['page', 'rows', 'sort'].forEach((name) => rest.delete(name));
    return rest.toString();
  };

  function draw() {
    boxes().forEach((box) => {
      box.checked = all || chosen.has(box.dataset.tick);
      box.closest('tr').classList.toggle('inbox-row--ticked', box.checked);
    });
    const page = document.querySelector('[data-tick-page]');
    if (page) {
      const ticked = boxes().filter((box) => box.checked).length;
      page.checked = ticked > 0 && ticked === boxes().length;
      page.indeterminate = ticked > 0 && !page.checked;
    }
    const count = document.querySelector('[data-all]');
    bar.hidden = !all && chosen.size === 0;
    words.textContent = all ? texts.allChosen : chosen.size === 1 ? texts.one : texts.selected.replace('{0}', chosen.size);
    everything.textContent = count?.dataset.all || '';
    everything.hidden = all || Number(count?.dataset.count || 0) <= chosen.size;
    if (bulk) {
      const ids = [...chosen].join(',');
      bulk.href = `/handlaggning/andringar/ny?${desk}${all ? (query ? `&${query}` : '') : `&id=${ids}`}`;
    }
  }

  function tick(id, on) {
    if (all) {
      all = false;
      boxes().forEach((box) => chosen.add(box.dataset.tick));
    }
    if (on && chosen.size >= MOST) {
      document.getElementById('inbox-status').textContent = texts.most.replace('{0}', MOST);
      words.textContent = texts.most.replace('{0}', MOST);
      return false;
    }
    if (on) {
      chosen.add(id);
    } else {
      chosen.delete(id);
    }
    return true;
  }

  document.addEventListener('change', (e) => {
    if (e.target.matches('[data-tick]')) {
      tick(e.target.dataset.tick, e.target.checked);
      draw();
    } else if (e.target.matches('[data-tick-page]')) {
      const on = e.target.checked;
      boxes().every((box) => tick(box.dataset.tick, on));
      draw();
    }
  });

  /* From one box to another with shift: all between them. */
  let last = null;
  document.addEventListener('click', (e) => {
    if (e.target.matches('[data-tick]')) {
      const now = boxes();
      const from = now.findIndex((box) => box.dataset.tick === last);
      const to = now.indexOf(e.target);
      if (e.shiftKey && from >= 0) {
        now.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((box) => tick(box.dataset.tick, e.target.checked));
        draw();
      }
      last = e.target.dataset.tick;
    }
    const action = e.target.closest('[data-action]')?.dataset.action;
    if (action === 'all') {
      all = true;
      chosen.clear();
      draw();
    } else if (action === 'none') {
      all = false;
      chosen.clear();
      draw();
      links()[0]?.focus({ preventScroll: true });
    }
  });

  draw();
  return {
    toggle(id) {
      tick(id, all ? false : !chosen.has(id));
      draw();
    },
    /** The table shows another view, or the same anew. */
    shown(address) {
      query = address;
      const now = withoutPage(address);
      if (filter !== null && filter !== now) {
        all = false;
        chosen.clear();
      }
      filter = now;
      draw();
    },
    begin(address) {
      query = address;
      filter = withoutPage(address);
      draw();
    },
  };
}
