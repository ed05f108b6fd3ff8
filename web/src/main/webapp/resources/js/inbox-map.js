/* The map beside the inbox: the same reports; a rectangle drawn on it, or what it shows, becomes the list's area. */
import { createMap } from './map.js';

const L = window.L;
const NARROW = window.matchMedia('(max-width: 640px)');

export function startMap({ texts, desk, links, address, go }) {
  const element = document.getElementById('inbox-map');
  const panes = document.querySelector('.inbox-panes');
  const button = document.querySelector('[data-action=map]');
  const draw = document.querySelector('[data-action=draw]');
  let map = null;
  let area = null;
  let filter = null;
  let loading = null;
  let timer = null;

  /* On a phone the list comes first; who wants the map asks for it each time. */
  if (NARROW.matches) {
    panes.dataset.map = 'hidden';
    button.setAttribute('aria-pressed', 'false');
  }
  const visible = () => panes.dataset.map === 'shown';
  const withoutPage = (text) => {
    const rest = new URLSearchParams(text);
    ['page', 'rows', 'sort'].forEach((name) => rest.delete(name));
    return rest.toString();
  };

  function begin() {
    if (map || !visible()) {
      return;
    }
    map = createMap(element, { mode: 'browse', filter: null, onMove: () => later(150), onFocus: liftRow, onOpen: card });
    fit();
  }

  /** Moves to where the reports are, then shows them. */
  async function fit() {
    filter = withoutPage(address());
    showArea();
    const found = await ask('');
    const box = chosenBox() || found?.box;
    if (box) {
      map.leaflet.fitBounds([[box[0], box[1]], [box[2], box[3]]], { padding: [24, 24], maxZoom: 15, animate: false });
    }
    later(0);
  }

  function chosenBox() {
    const box = new URLSearchParams(address()).get('box');
    return box ? box.split(',').map(Number) : null;
  }

  function showArea() {
    area?.remove();
    const box = chosenBox();
    area = box ? L.rectangle([[box[0], box[1]], [box[2], box[3]]], { className: 'inbox-area', interactive: false }).addTo(map.leaflet) : null;
  }

  function later(after) {
    clearTimeout(timer);
    timer = setTimeout(load, after);
  }

  async function load() {
    const view = map.view();
    const found = await ask(`&sikt=${view.box.join(',')}&z=${view.zoom}`);
    if (found) {
      map.showOnly(found.features);
    }
  }

  async function ask(more) {
    loading?.abort();
    loading = new AbortController();
    try {
      const answer = await fetch(`/handlaggning/nalar?${desk}${filter ? `&${filter}` : ''}${more}`, { signal: loading.signal, headers: { Accept: 'application/json' } });
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    }
  }

  async function card(what, place) {
    place.replaceChildren();
    if (what.id) {
      const row = links().find((one) => one.dataset.row === String(what.id));
      const link = document.createElement('a');
      link.href = row ? row.href : `/handlaggning/rapport/${what.id}?fran=${encodeURIComponent(`${desk}${address() ? `&${address()}` : ''}`)}`;
      link.textContent = row ? row.textContent : `${texts.open} #${what.id}`;
      place.append(link);
      return;
    }
    const spot = document.createElement('button');
    spot.type = 'button';
    spot.className = 'button button--link';
    spot.textContent = texts.spotShow;
    spot.addEventListener('click', () => go([what.lat - 2e-5, what.lon - 4e-5, what.lat + 2e-5, what.lon + 4e-5].map((one) => one.toFixed(5)).join(',')));
    place.append(spot);
  }

  /* Lifting works both ways. */
  function liftRow(id) {
    document.querySelectorAll('.inbox-row--lifted').forEach((row) => row.classList.remove('inbox-row--lifted'));
    const link = id === null ? null : links().find((one) => one.dataset.row === String(id));
    link?.closest('tr').classList.add('inbox-row--lifted');
    map.lift(id);
  }
  const rowOf = (e) => e.target.closest?.('#list\\:rows tbody tr')?.querySelector('.inbox-link');
  for (const type of ['mouseover', 'focusin']) {
    document.addEventListener(type, (e) => {
      const link = rowOf(e);
      if (link && map) {
        map.lift(Number(link.dataset.row), { lat: Number(link.dataset.lat), lon: Number(link.dataset.lon), status: link.dataset.status });
      }
    });
  }
  for (const type of ['mouseout', 'focusout']) {
    document.addEventListener(type, (e) => map && rowOf(e) && map.lift(null));
  }

  /* A rectangle by mouse or finger. */
  let from = null;
  let rubber = null;
  function drawing(on) {
    draw.setAttribute('aria-pressed', String(on));
    panes.classList.toggle('inbox-panes--drawing', on);
    map.leaflet.dragging[on ? 'disable' : 'enable']();
    if (on) {
      document.getElementById('inbox-status').textContent = texts.drawing;
    }
    rubber?.remove();
    rubber = null;
    from = null;
  }
  draw.addEventListener('click', () => {
    begin();
    drawing(draw.getAttribute('aria-pressed') !== 'true');
  });
  const at = (e) => map.leaflet.mouseEventToLatLng(e);
  element.addEventListener('pointerdown', (e) => {
    if (map && draw.getAttribute('aria-pressed') === 'true' && !e.target.closest('.leaflet-control')) {
      e.preventDefault();
      e.stopPropagation();
      element.setPointerCapture(e.pointerId);
      from = at(e);
      rubber = L.rectangle(L.latLngBounds(from, from), { className: 'inbox-area', interactive: false }).addTo(map.leaflet);
    }
  }, true);
  element.addEventListener('pointermove', (e) => from && rubber.setBounds(L.latLngBounds(from, at(e))));
  element.addEventListener('pointerup', (e) => {
    if (from) {
      const bounds = L.latLngBounds(from, at(e));
      const start = map.leaflet.latLngToContainerPoint(from);
      const end = map.leaflet.latLngToContainerPoint(at(e));
      drawing(false);
      if (start.distanceTo(end) > 8) {
        search(bounds);
      }
    }
  });
  document.addEventListener('keydown', (e) => e.key === 'Escape' && map && draw.getAttribute('aria-pressed') === 'true' && drawing(false));
  document.querySelector('[data-action=area]').addEventListener('click', () => {
    begin();
    search(map.leaflet.getBounds());
  });
  function search(bounds) {
    go([bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()].map((edge) => edge.toFixed(5)).join(','));
  }

  begin();
  return {
    /** The table shows that view. */
    shown(query) {
      const now = withoutPage(query);
      if (map && now !== filter) {
        const moved = new URLSearchParams(now).get('box') !== new URLSearchParams(filter).get('box');
        filter = now;
        showArea();
        if (moved) {
          later(0);
        } else {
          fit();
        }
      }
    },
    again() {
      if (map) {
        later(0);
      }
    },
    toggle() {
      const on = !visible();
      panes.dataset.map = on ? 'shown' : 'hidden';
      button.setAttribute('aria-pressed', String(on));
      if (!NARROW.matches) {
        window.inboxMap([{ name: 'shown', value: String(on) }]);
      }
      begin();
      map?.resized();
    },
  };
}
