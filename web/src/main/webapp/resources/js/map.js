/*
 * The map of the service: browsing reports, picking a place, showing one report's place. Leaflet does the moving; what is drawn
 * comes from our own server (base tiles and report tiles), with street tiles over it where the operator has named a server.
 *
 *   import { createMap } from './map.js';
 *   const map = createMap(element, { mode: 'browse' | 'pick' | 'show', ... });
 *
 * The element carries data-config (the JSON of #{mapConfig.json}), data-lat, data-lon and data-zoom.
 */
import '/webjars/leaflet/1.9.4/dist/leaflet.js';
import { ReportLayer } from './pins.js';
import { pinIcon, placeIcon, setPlaceLabel } from './icons.js';

const L = window.L;
const DARK = window.matchMedia('(prefers-color-scheme: dark)');
const STILL = window.matchMedia('(prefers-reduced-motion: reduce)');
const NARROW = window.matchMedia('(max-width: 47.99rem)');
/* Sweden with its neighbours' coasts: nobody gets lost in the Atlantic. */
const REACH = [[52.5, 2], [71.5, 33]];

/**
 * Makes a map in the element.
 *
 * @param {HTMLElement} element
 * @param {object} options
 *   mode     'browse' (reports as pins), 'pick' (choose a place) or 'show' (one report); 'browse' unless told
 *   filter   query of the report tiles, for example 'status=open&category=lighting'; null shows none
 *   status   in mode 'show': the status whose pin stands at the place
 *   marked   in mode 'pick': whether a place has been chosen already (the marker stands at data-lat, data-lon)
 *   onMove   called with {lat, lon, zoom, box} when the map has come to rest
 *   onPick   called with {lat, lon, by} when a place was chosen: by is 'click', 'drag', 'button' or 'keyboard'
 *   onFocus  called with a report's id, or null, when its pin is hovered or focused
 *   onOpen   called with an id (or a box of one spot) and an element to fill with the card
 * @returns {object} see the functions at the end
 */
export function createMap(element, options = {}) {
  const config = JSON.parse(element.dataset.config);
  const mode = options.mode || 'browse';
  const start = [Number(element.dataset.lat), Number(element.dataset.lon)];
  element.replaceChildren();
  const map = L.map(element, {
    center: start,
    zoom: Number(element.dataset.zoom),
    minZoom: 4,
    maxZoom: 18,
    maxBounds: REACH,
    maxBoundsViscosity: 0.8,
    zoomControl: false,
    attributionControl: false,
    zoomAnimation: !STILL.matches,
    fadeAnimation: !STILL.matches,
    markerZoomAnimation: !STILL.matches,
    inertia: !STILL.matches,
    scrollWheelZoom: mode !== 'show',
  });
  element.setAttribute('role', 'application');
  element.setAttribute('aria-label', config.texts.label);
  addControls(map, config);
  addBase(map, config);

  let reports = null;
  let place = null;
  let circle = null;
  if (mode === 'browse') {
    reports = new ReportLayer(map, config, options);
    if (options.filter !== undefined && options.filter !== null) {
      reports.setFilter(options.filter);
    }
  }
  if (mode === 'show') {
    L.marker(start, { icon: pinIcon(options.status), interactive: false, keyboard: false, alt: '' }).addTo(map);
  }
  if (mode === 'pick') {
    addPicking();
  }
  if (options.onMove) {
    map.on('moveend', () => options.onMove(view()));
  }

  function addPicking() {
    if (options.marked) {
      setPlace(start, null);
    }
    map.on('click', (e) => {
      if (!NARROW.matches) {
        setPlace(e.latlng, 'click');
      } else {
        map.panTo(e.latlng, { animate: !STILL.matches });
      }
    });
    addCrossHair(element, map, config, (by) => setPlace(map.getCenter(), by));
  }

  function setPlace(latlng, by) {
    if (place === null) {
      place = L.marker(latlng, { icon: placeIcon(), draggable: true, autoPan: true, keyboard: true, zIndexOffset: 1000 });
      place.on('add', () => setPlaceLabel(place, config.texts.marker));
      place.on('dragend', () => tell('drag'));
      place.addTo(map);
    } else {
      place.setLatLng(latlng);
    }
    if (by !== null) {
      tell(by);
    }
  }

  function tell(by) {
    const at = place.getLatLng().wrap();
    if (options.onPick) {
      options.onPick({ lat: round(at.lat), lon: round(at.lng), by });
    }
  }

  function view() {
    const centre = map.getCenter().wrap();
    const bounds = map.getBounds();
    return {
      lat: round(centre.lat),
      lon: round(centre.lng),
      zoom: map.getZoom(),
      box: [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()].map(round),
    };
  }

  return {
    /** The Leaflet map itself. */
    leaflet: map,
    /** {lat, lon, zoom, box: [south, west, north, east]} */
    view,
    moveTo(lat, lon, zoom) {
      map.setView([lat, lon], zoom ?? map.getZoom(), { animate: !STILL.matches });
    },
    /** Puts the chosen place there without telling onPick. */
    setPlace(lat, lon) {
      setPlace([lat, lon], null);
    },
    /** Draws a circle of so many metres there; brings all of it into view if told so. */
    setCircle(lat, lon, metres, whole) {
      if (circle === null) {
        circle = L.circle([lat, lon], { radius: metres, interactive: false, className: 'map-circle' }).addTo(map);
      } else {
        circle.setLatLng([lat, lon]).setRadius(metres);
      }
      if (whole) {
        map.fitBounds(circle.getBounds(), { animate: !STILL.matches, padding: [16, 16] });
      }
    },
    /** Takes the chosen place away again. */
    removePlace() {
      place?.remove();
      place = null;
    },
    setFilter(query) {
      reports.setFilter(query);
    },
    /** Shows these instead of the tiles': [{id, lat, lon, status, title} or {cluster: true, lat, lon, count, open, fixed, expandZoom}]. */
    showOnly(pins) {
      reports.showOnly(pins);
    },
    /** Lifts the pin of that report above the others; null drops it. Without a pin it is shown at {lat, lon, status}, if given. */
    lift(id, place) {
      reports.lift(id, place);
    },
    /** To be called when the element has changed its size. */
    resized() {
      map.invalidateSize({ animate: false });
    },
  };
}

/** Six decimals: 0.1 m, and short addresses. */
export function round(degrees) {
  return Math.round(degrees * 1e6) / 1e6;
}

function addControls(map, config) {
  const texts = config.texts;
  L.control.zoom({ position: 'topright', zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
  L.control.scale({ position: 'bottomleft', imperial: false, maxWidth: 110 }).addTo(map);
  const credits = L.control.attribution({ position: 'bottomright', prefix: false }).addTo(map);
  for (const owed of config.attributions) {
    credits.addAttribution(link(owed.url, owed.text).outerHTML);
  }
  const wrong = L.control({ position: 'bottomright' });
  wrong.onAdd = () => {
    const box = L.DomUtil.create('p', 'map-wrong');
    const a = link('', texts.wrongMap);
    const refresh = () => {
      const c = map.getCenter();
      a.href = `https://www.openstreetmap.org/edit#map=${Math.max(15, map.getZoom())}/${c.lat.toFixed(5)}/${c.lng.toFixed(5)}`;
    };
    map.on('moveend', refresh);
    refresh();
    box.append(a);
    L.DomEvent.disableClickPropagation(box);
    return box;
  };
  wrong.addTo(map);
}

function link(url, text) {
  const a = document.createElement('a');
  a.href = url;
  a.textContent = text;
  a.target = '_blank';
  a.rel = 'noopener';
  return a;
}

/* The server says 503 to a tile when many are being drawn: a hole in the map is filled a moment later, once. */
function again(tile) {
  if (tile.dataset.again) return;
  tile.dataset.again = 'true';
  const address = tile.src;
  setTimeout(() => { if (tile.isConnected) tile.src = address; }, 3000);
}

function addBase(map, config) {
  const address = () => `/karta/bas/{z}/{x}/{y}{r}.png${DARK.matches ? '?tema=mork' : ''}`;
  const base = L.tileLayer(address(), { maxZoom: 18, minZoom: 4, keepBuffer: 3, bounds: REACH });
  base.on('tileerror', ({ tile }) => again(tile));
  base.addTo(map);
  DARK.addEventListener('change', () => base.setUrl(address()));
  if (config.tileUrl) {
    const streets = L.tileLayer(config.tileUrl, { maxZoom: 18, maxNativeZoom: config.tileMaxZoom, className: 'map-streets' });
    /* Named only when one was seen: where the server does not answer, our own map is all there is. */
    streets.once('tileload', () => map.attributionControl?.addAttribution(config.tileAttribution));
    streets.addTo(map);
  }
}

function addCrossHair(element, map, config, pick) {
  const cross = L.DomUtil.create('div', 'map-cross', element);
  cross.setAttribute('aria-hidden', 'true');
  const button = L.DomUtil.create('button', 'button map-here', element);
  button.type = 'button';
  button.textContent = element.dataset.here || config.texts.here;
  L.DomEvent.disableClickPropagation(button);
  button.addEventListener('click', () => pick('button'));
  element.addEventListener('keydown', (e) => {
    if (e.target === element && (e.key === 'Enter' || e.key === ' ')) {
      e.preventDefault();
      pick('keyboard');
    }
  });
}
