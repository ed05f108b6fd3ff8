/* Reports on the map: tiles of our own JSON become pins and rings, a pin opens a card. */
import { pinIcon, ringIcon, setPlaceLabel } from './icons.js';

const L = window.L;
const STILL = window.matchMedia('(prefers-reduced-motion: reduce)');

/* Leaflet decides which tiles are seen; a tile's element stays empty, its reports are markers. */
const Tiles = L.GridLayer.extend({
  initialize(reports) {
    L.GridLayer.prototype.initialize.call(this, { minZoom: 4, maxZoom: 18, updateWhenZooming: false, className: 'map-reports' });
    this.reports = reports;
  },
  createTile(coords, done) {
    const tile = L.DomUtil.create('div');
    tile.loading = new AbortController();
    this.reports.load(coords, tile.loading.signal).then(
      (markers) => {
        if (tile.gone) {
          return;
        }
        tile.markers = markers;
        markers.forEach((marker) => this.reports.group.addLayer(marker));
        done(null, tile);
      },
      (error) => done(error, tile),
    );
    return tile;
  },
});

/* Leaflet makes markers focusable, but lets the keyboard press only those with a popup bound to them. */
function pressable(marker) {
  marker.getElement().addEventListener('keydown', (e) => {
    if (e.key === 'Enter' || e.key === ' ') {
      e.preventDefault();
      e.stopPropagation();
      marker.fire('click', { latlng: marker.getLatLng() });
    }
  });
}

export class ReportLayer {
  constructor(map, config, options) {
    this.map = map;
    this.texts = config.texts;
    this.options = options;
    this.group = L.layerGroup().addTo(map);
    this.pins = new Map();
    this.lifted = null;
    this.place = null;
    this.visitor = null;
    this.tiles = null;
  }

  /** Loads anew, with that query. */
  setFilter(query) {
    this.query = query;
    this.clear();
    this.tiles = new Tiles(this);
    this.tiles.on('tileunload', ({ tile }) => {
      tile.gone = true;
      tile.loading.abort();
      (tile.markers || []).forEach((marker) => this.remove(marker));
    });
    this.tiles.addTo(this.map);
  }

  /** Shows these instead of the tiles' reports. */
  showOnly(pins) {
    this.clear();
    pins.forEach((pin) => this.group.addLayer(pin.cluster ? this.cluster([pin.lat, pin.lon], pin) : this.single([pin.lat, pin.lon], pin)));
    this.lift(this.lifted, this.place);
  }

  clear() {
    if (this.tiles) {
      this.tiles.remove();
      this.tiles = null;
    }
    this.group.clearLayers();
    this.pins.clear();
  }

  async load({ x, y, z }, signal) {
    const answer = await fetch(`/api/map/${z}/${x}/${y}.json${this.query ? `?${this.query}` : ''}`, { signal });
    if (!answer.ok) {
      throw new Error(`Map tile: ${answer.status}`);
    }
    const { features } = await answer.json();
    return features.map(({ geometry, properties }) => {
      const at = [geometry.coordinates[1], geometry.coordinates[0]];
      return properties.cluster ? this.cluster(at, properties) : this.single(at, properties);
    });
  }

  single(at, report) {
    const marker = L.marker(at, { icon: pinIcon(report.status), riseOnHover: true });
    marker.report = report.id;
    const label = `${report.title}, ${this.texts.status[report.status] || ''}`;
    marker.on('add', () => {
      this.pins.set(report.id, marker);
      setPlaceLabel(marker, label);
      const element = marker.getElement();
      pressable(marker);
      element.classList.toggle('pin--lifted', this.lifted === report.id);
      element.addEventListener('focus', () => this.tell(report.id));
      element.addEventListener('blur', () => this.tell(null));
    });
    marker.on('mouseover', () => this.tell(report.id));
    marker.on('mouseout', () => this.tell(null));
    marker.on('click', () => this.open(marker, { id: report.id }));
    return marker;
  }

  cluster(at, { count, open, fixed, expandZoom }) {
    const words = count >= 10000 ? `${Math.round(count / 1000)}k` : String(count);
    const marker = L.marker(at, { icon: ringIcon(count, open, fixed, words), riseOnHover: true });
    const label = this.texts.cluster.replace('{0}', count).replace('{1}', open).replace('{2}', fixed);
    marker.on('add', () => {
      setPlaceLabel(marker, label);
      pressable(marker);
    });
    marker.on('click', () => {
      if (expandZoom === null || expandZoom === undefined) {
        this.open(marker, { lat: at[0], lon: at[1] });
      } else {
        this.map.setView(at, Math.max(expandZoom, this.map.getZoom() + 1), { animate: !STILL.matches });
      }
    });
    return marker;
  }

  remove(marker) {
    this.group.removeLayer(marker);
    if (this.pins.get(marker.report) === marker) {
      this.pins.delete(marker.report);
    }
  }

  open(marker, what) {
    const card = L.DomUtil.create('div', 'map-card');
    card.setAttribute('aria-live', 'polite');
    card.textContent = this.texts.loading;
    const popup = L.popup({ minWidth: 240, maxWidth: 300, autoPanPadding: [16, 16], closeButton: true, offset: marker.options.icon.options.popupAnchor || [0, 0] })
      .setLatLng(marker.getLatLng())
      .setContent(card)
      .openOn(this.map);
    popup.getElement().addEventListener('keydown', (e) => e.key === 'Escape' && popup.remove());
    const byKeyboard = document.activeElement === marker.getElement();
    popup.on('remove', () => byKeyboard && marker.getElement()?.focus());
    this.options.onOpen?.(what, card).then(() => {
      popup.update();
      if (byKeyboard) {
        card.querySelector('a')?.focus();
      }
    });
  }

  /** @param {object} [place] {lat, lon, status}: where to show it when it has no pin of its own, within a cluster for example */
  lift(id, place = null) {
    this.visitor?.remove();
    this.visitor = null;
    this.place = place;
    if (place && !this.pins.has(id)) {
      this.visitor = L.marker([place.lat, place.lon], { icon: pinIcon(place.status), interactive: false, keyboard: false, alt: '', zIndexOffset: 1000 });
      this.visitor.on('add', () => this.visitor.getElement().classList.add('pin--lifted'));
      this.visitor.addTo(this.map);
    }
    this.pins.get(this.lifted)?.getElement()?.classList.remove('pin--lifted');
    this.pins.get(this.lifted)?.setZIndexOffset(0);
    this.lifted = id;
    this.pins.get(id)?.getElement()?.classList.add('pin--lifted');
    this.pins.get(id)?.setZIndexOffset(1000);
  }

  tell(id) {
    this.options.onFocus?.(id);
  }
}
