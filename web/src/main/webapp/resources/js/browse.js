/* The map page: map and list in step, filters, the sheet on phones. The address always says what is shown. */
import { createMap } from './map.js';

const NARROW = window.matchMedia('(max-width: 47.99rem)');
const page = document.getElementById('browse');
if (page) {
  start();
}

function start() {
  const element = document.getElementById('karta');
  const texts = JSON.parse(element.dataset.config).texts;
  const content = document.getElementById('lista-innehall');
  const heading = document.getElementById('lista-rubrik');
  const form = document.getElementById('filter');
  const filters = document.querySelector('[data-filters]');
  let loading = null;
  let timer = null;
  let shown = null;
  let going = false;

  if (!NARROW.matches) {
    filters.open = true;
  }
  const map = createMap(element, { mode: 'browse', filter: null, onMove: moved, onFocus: liftRow, onOpen: fillCard });
  showReports();
  sheet();

  map.leaflet.on('click', (e) => {
    if (NARROW.matches) {
      map.leaflet.panTo(e.latlng);
    } else {
      askHere(e.latlng);
    }
  });
  map.leaflet.on('move', here);
  here();
  /* The server assumed a usual map; this one has its own size. */
  refresh(0);

  function parameters() {
    const query = new URLSearchParams();
    const view = map.view();
    query.set('lat', view.lat.toFixed(5));
    query.set('lon', view.lon.toFixed(5));
    query.set('z', view.zoom);
    for (const [name, value] of new FormData(form)) {
      const usual = (name === 'age' && value === '6') || (name === 'sort' && value === 'newest');
      if (value && !usual && !query.has(name)) {
        query.set(name, value);
      }
    }
    return query;
  }

  function moved() {
    if (going) {
      return;
    }
    history.replaceState(null, '', `/karta?${parameters()}`);
    document.querySelector('.browse-remark')?.remove();
    refresh(150);
  }

  function refresh(after, number = 0) {
    clearTimeout(timer);
    timer = setTimeout(() => load(number), after);
  }

  async function load(number) {
    const query = parameters();
    query.set('box', map.view().box.map((edge) => edge.toFixed(5)).join(','));
    if (number > 0) {
      query.set('page', number);
    }
    loading?.abort();
    loading = new AbortController();
    content.setAttribute('aria-busy', 'true');
    try {
      await replace(content, query, loading.signal);
      if (number > 0) {
        content.scrollTop = 0;
        document.getElementById('lista').scrollTop = 0;
        heading.scrollIntoView({ block: 'nearest' });
      }
      showReports();
      content.removeAttribute('aria-busy');
    } catch (error) {
      if (error.name !== 'AbortError') {
        content.removeAttribute('aria-busy');
        heading.textContent = texts.failed;
      }
    }
  }

  /* The list says what the tiles are to be asked for, so that both always show the same. */
  function showReports() {
    const state = content.querySelector('.report-list-state');
    heading.textContent = state.dataset.heading;
    if (state.dataset.only === 'true') {
      shown = null;
      map.showOnly([...content.querySelectorAll('[data-report]')].map(({ dataset: d }) => (
        { id: Number(d.report), lat: Number(d.lat), lon: Number(d.lon), status: d.status, title: d.title })));
    } else if (state.dataset.tiles !== shown) {
      shown = state.dataset.tiles;
      map.setFilter(shown);
    }
  }

  function here() {
    const { lat, lon, box } = map.view();
    for (const id of ['har', 'har-lista']) {
      document.getElementById(id).href = `/rapportera?lat=${lat}&lon=${lon}`;
    }
    document.getElementById('prenumerera-har').href = `/prenumerera?typ=cirkel&lat=${lat}&lon=${lon}&radie=${reach(box)}`;
  }

  /** Metres: the largest of the usual circles that the map shows whole. */
  function reach([south, west, north, east]) {
    const half = Math.min((north - south) * 111195, (east - west) * 111195 * Math.cos(((north + south) * Math.PI) / 360)) / 2;
    return [50000, 20000, 10000, 5000, 2000, 1000, 500, 250].find((metres) => metres <= half) ?? 100;
  }

  function askHere(at) {
    const ask = document.createElement('div');
    ask.className = 'map-card-here';
    const words = document.createElement('strong');
    words.textContent = texts.hereQuestion;
    const link = document.createElement('a');
    link.className = 'button';
    link.href = `/rapportera?lat=${at.lat.toFixed(6)}&lon=${at.lng.toFixed(6)}`;
    link.textContent = texts.here;
    ask.append(words, link);
    window.L.popup({ minWidth: 180 }).setLatLng(at).setContent(ask).openOn(map.leaflet);
  }

  /* Lifting works both ways. */
  function liftRow(id) {
    content.querySelectorAll('.report-card--lifted').forEach((row) => row.classList.remove('report-card--lifted'));
    const row = id === null ? null : content.querySelector(`[data-report="${id}"]`);
    row?.classList.add('report-card--lifted');
    if (!NARROW.matches) {
      row?.scrollIntoView({ block: 'nearest' });
    }
    map.lift(id);
  }
  for (const type of ['mouseover', 'focusin']) {
    content.addEventListener(type, (e) => {
      const row = e.target.closest('[data-report]');
      map.lift(row ? Number(row.dataset.report) : null);
    });
  }
  for (const type of ['mouseleave', 'focusout']) {
    content.addEventListener(type, () => map.lift(null));
  }

  async function fillCard(what, card) {
    const query = what.id ? new URLSearchParams({ id: what.id }) : parameters();
    if (!what.id) {
      query.set('box', [what.lat - 2e-5, what.lon - 4e-5, what.lat + 2e-5, what.lon + 4e-5].join(','));
    }
    try {
      await replace(card, query);
    } catch {
      card.textContent = texts.failed;
    }
  }

  /* Filters and pages are steps that "back" takes back; moving the map is not. */
  form.addEventListener('change', () => filtered());
  form.addEventListener('submit', (e) => {
    e.preventDefault();
    filtered();
  });
  function filtered() {
    history.pushState(null, '', `/karta?${parameters()}`);
    refresh(0);
  }
  content.addEventListener('click', (e) => {
    const link = e.target.closest('a[rel="next"], a[rel="prev"], a[data-filter]');
    if (!link || e.ctrlKey || e.metaKey || e.shiftKey) {
      return;
    }
    e.preventDefault();
    if (link.dataset.filter) {
      form.elements.age.value = 'alla';
      filtered();
      return;
    }
    const number = Number(new URL(link.href).searchParams.get('page') || 0);
    const query = parameters();
    if (number > 0) {
      query.set('page', number);
    }
    history.pushState(null, '', `/karta?${query}`);
    refresh(0, number);
  });
  window.addEventListener('popstate', () => {
    const query = new URLSearchParams(location.search);
    for (const name of ['status', 'category', 'text']) {
      form.elements[name].value = query.get(name) || '';
    }
    form.elements.age.value = query.get('age') || '6';
    form.elements.sort.value = query.get('sort') || 'newest';
    if (query.has('lat')) {
      going = true;
      map.leaflet.setView([query.get('lat'), query.get('lon')], Number(query.get('z')), { animate: false });
      going = false;
    }
    refresh(0, Number(query.get('page') || 0));
  });

  function sheet() {
    const handle = document.querySelector('.sheet-handle');
    const list = document.getElementById('lista');
    const toggle = (open) => {
      list.classList.toggle('sheet--open', open);
      handle.setAttribute('aria-expanded', String(open));
    };
    handle.addEventListener('click', () => toggle(!list.classList.contains('sheet--open')));
    list.addEventListener('focusin', (e) => e.target !== handle && NARROW.matches && toggle(true));
    let from = null;
    handle.parentElement.addEventListener('pointerdown', (e) => {
      from = e.clientY;
    });
    handle.parentElement.addEventListener('pointerup', (e) => {
      if (from !== null && Math.abs(e.clientY - from) > 24) {
        toggle(e.clientY < from);
      }
      from = null;
    });
    heading.addEventListener('click', () => NARROW.matches && toggle(!list.classList.contains('sheet--open')));
  }
}

/** Puts the server's list for that query into the element. */
async function replace(element, query, signal) {
  const answer = await fetch(`/kartlista?${query}`, { signal, headers: { Accept: 'text/html' } });
  if (!answer.ok) {
    throw new Error(`List: ${answer.status}`);
  }
  const template = document.createElement('template');
  template.innerHTML = await answer.text();
  element.replaceChildren(template.content);
}
