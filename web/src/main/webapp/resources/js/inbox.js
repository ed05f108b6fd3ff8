/*
 * The inbox. The address is the state: a filter, a chip, a saved filter or the way back asks the server for a query, and the server
 * answers with the table and the one way of writing that query, which goes into the address bar.
 */
import { startKeys } from './inbox-keys.js';
import { startMap } from './inbox-map.js';
import { startSelection } from './inbox-selection.js';
import { startSaved } from './inbox-saved.js';

const jQuery = window.jQuery;
const state = document.getElementById('inbox-state');
const texts = JSON.parse(state.dataset.texts);
const desk = state.dataset.desk;
const EVERY = 60_000;
let address = state.dataset.address;

const filter = () => document.getElementById('filter');
const links = () => [...document.querySelectorAll('#list\\:rows .inbox-link')];
const path = (query) => `/handlaggning?${desk}${query ? `&${query}` : ''}`;

/** What the filter row says, as an address. */
function asked() {
  const query = new URLSearchParams();
  for (const [name, value] of new FormData(filter())) {
    if (value && name !== 'a') {
      query.set(name, query.has(name) ? `${query.get(name)},${value}` : value);
    }
  }
  const rows = new URLSearchParams(address).get('rows');
  if (rows) {
    query.set('rows', rows);
  }
  return query.toString();
}

/** Shows another view. Filters, pages and orders are steps that "back" takes back. */
function go(query, { step = true, form = true } = {}) {
  closeMenus();
  wanted = query;
  const ask = form ? window.inboxGo : window.inboxShow;
  ask([{ name: 'query', value: query }]);
  pending = step;
}
let pending = false;
let wanted = null;

/** The server has shown something, and says what. */
function shown(query) {
  const before = address;
  address = query;
  wanted = null;
  const url = path(query);
  if (url !== location.pathname + location.search) {
    if (pending) {
      history.pushState(null, '', url);
    } else {
      history.replaceState(null, '', url);
    }
  }
  pending = false;
  const sort = new URLSearchParams(query).get('sort') || '-confirmed';
  const select = filter().elements.sort;
  if (select.value !== sort && [...select.options].some((one) => one.value === sort)) {
    select.value = sort;
  }
  document.querySelectorAll('[data-export]').forEach((link) => {
    link.href = `/handlaggning/export/${link.dataset.export}?${desk}${query ? `&${query}` : ''}`;
  });
  selection.shown(query);
  map.shown(query, before);
  markSaved();
}

const selection = startSelection({ texts, desk, links });
const map = startMap({ texts, desk, links, address: () => address, go: (box) => {
  filter().elements.box.value = box;
  go(asked());
} });
const saved = startSaved({ desk });
startKeys({ links, refresh: () => refresh(false), search: () => document.getElementById('inbox-text').focus(), toggle: selection.toggle });

/* --- The filter row --- */
let typing = null;
document.addEventListener('change', (e) => {
  if (e.target.form?.id !== 'filter') {
    return;
  }
  if (e.target.name === 'status') {
    oneGroup(e.target);
  }
  if (e.target.name !== 'text') {
    summarise(e.target);
    const open = e.target.closest('details[open]');
    go(asked(), { form: false });
    if (open) {
      open.open = true;
    }
  }
});
document.addEventListener('input', (e) => {
  if (e.target.id === 'inbox-text') {
    clearTimeout(typing);
    typing = setTimeout(() => go(asked(), { form: false }), 400);
  }
});
document.addEventListener('submit', (e) => {
  if (e.target.id === 'filter') {
    e.preventDefault();
    clearTimeout(typing);
    go(asked(), { form: false });
  }
});

/** "Open" and "every status" say all that the single ones would. */
function oneGroup(box) {
  const group = (one) => ['open', 'all'].includes(one.value);
  if (box.checked) {
    filter().querySelectorAll('[name=status]').forEach((one) => {
      if (one !== box && (group(box) || group(one))) {
        one.checked = false;
      }
    });
  }
}

/** Says in the closed menu what was chosen, until the server draws it anew. */
function summarise(input) {
  const menu = input.closest('[data-choice]');
  if (!menu) {
    return;
  }
  const chosen = [...menu.querySelectorAll('input:checked')].map((one) => one.parentElement.textContent.trim());
  const single = menu.querySelector('select');
  if (single) {
    const days = [...menu.querySelectorAll('input[type=date]')].map((one) => one.value).filter(Boolean);
    chosen.push(...(single.value ? [single.selectedOptions[0].textContent] : []), ...days);
  }
  const any = menu.dataset.choice === 'status' ? filter().querySelector('[name=status][value=open]').parentElement.textContent.trim() : texts.any;
  menu.querySelector('[data-choice-value]').textContent = chosen.length > 1 ? texts.some.replace('{0}', chosen.length) : chosen[0] || any;
}

/* --- Links that are views of this page --- */
document.addEventListener('click', (e) => {
  const link = e.target.closest('a[data-query]');
  if (link && !e.ctrlKey && !e.metaKey && !e.shiftKey && e.button === 0) {
    e.preventDefault();
    go(link.dataset.query.slice(1));
  }
  const action = e.target.closest('[data-action]')?.dataset.action;
  if (action === 'refresh') {
    refresh(false);
  } else if (action === 'columns') {
    columns();
  } else if (action === 'map') {
    map.toggle();
  } else if (action === 'filters') {
    filters(e.target.closest('button'));
  } else if (action === 'help') {
    document.getElementById('inbox-help').showModal();
  }
  if (!e.target.closest('.inbox-menu')) {
    closeMenus();
  }
});

/** Only one menu is open at a time; Escape and a click elsewhere close it. */
function closeMenus(except = null) {
  document.querySelectorAll('.inbox-menu[open]').forEach((menu) => {
    if (menu !== except) {
      menu.open = false;
    }
  });
}
document.addEventListener('toggle', (e) => e.target.open && e.target.matches?.('.inbox-menu') && closeMenus(e.target), true);
document.addEventListener('keydown', (e) => {
  const menu = e.key === 'Escape' && e.target.closest?.('.inbox-menu[open]');
  if (menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  }
});

/** On a phone the filter row is folded; the page keeps it open, though the row itself is drawn anew. */
function filters(button) {
  const inbox = document.getElementById('inbox');
  const open = inbox.dataset.filters !== 'shown';
  inbox.dataset.filters = open ? 'shown' : 'hidden';
  button.setAttribute('aria-expanded', open);
}

function columns() {
  const chosen = [...document.querySelectorAll('[name=column]:checked')].map((one) => one.value).join(',');
  jQuery(document).one('pfAjaxSuccess', () => location.reload());
  window.inboxColumns([{ name: 'columns', value: chosen }]);
}

window.addEventListener('popstate', () => {
  const query = new URLSearchParams(location.search);
  query.delete('a');
  go(query.toString(), { step: false });
});

/* --- What the server answers --- */
jQuery(document).on('pfAjaxComplete', (e, request) => {
  if (typeof request.pfArgs?.query !== 'string') {
    return;
  }
  /* The table's own pages and orders are steps too. */
  const source = request.pfSettings?.source;
  const table = (source?.id || source) === 'list:rows';
  pending = pending || table;
  shown(request.pfArgs.query);
  if (table) {
    document.querySelector('.inbox-list').scrollIntoView({ block: 'nearest' });
  }
});

/* A page that the server has forgotten is opened anew: all that it was is in the address. */
const { Utils } = window.PrimeFaces.ajax;
const tell = Utils.handleError;
Utils.handleError = (name, ...rest) => {
  if (String(name).includes('ViewExpired')) {
    location.assign(path(wanted ?? address));
  } else {
    tell(name, ...rest);
  }
};

/* --- What is new: every minute while somebody looks, without losing the place --- */
let place = null;
function refresh(quiet) {
  place = { row: document.activeElement?.dataset?.row, quiet };
  window.inboxRefresh(quiet ? [{ name: 'quiet', value: 'true' }] : []);
}
window.inboxRefreshed = (request, status, args) => {
  if (place.row && document.activeElement?.dataset?.row !== place.row) {
    document.querySelector(`[data-row="${place.row}"]`)?.focus({ preventScroll: true });
  }
  if (args?.query !== undefined) {
    shown(args.query);
  }
  if (!place.quiet || args?.same === false) {
    document.getElementById('inbox-status').textContent = texts.changed;
    map.again();
    saved.count();
  }
};
setInterval(() => {
  if (document.visibilityState === 'visible' && !document.querySelector('.inbox-menu[open], dialog[open], .ui-dialog[aria-hidden=false]')) {
    refresh(true);
  }
}, EVERY);

function markSaved() {
  const rest = new URLSearchParams(address);
  rest.delete('page');
  const here = rest.toString();
  document.querySelectorAll('[data-saved]').forEach((link) => {
    if (new URLSearchParams(link.dataset.query.slice(1)).toString() === here) {
      link.setAttribute('aria-current', 'true');
    } else {
      link.removeAttribute('aria-current');
    }
  });
}

selection.begin(address);
jQuery(() => {
  const url = path(address);
  if (url !== location.pathname + location.search) {
    history.replaceState(null, '', url);
  }
});
