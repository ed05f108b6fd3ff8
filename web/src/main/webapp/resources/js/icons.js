/* Pins and rings. The shapes are those of img/glyphs.svg: colour and shape tell the same, everywhere. */
const L = window.L;

const SHAPES = {
  reported: '<circle cx="16" cy="16" r="11"/>',
  working: '<path d="M16 3 29 16 16 29 3 16z"/>',
  fixed: '<circle cx="16" cy="16" r="11"/><path class="pin-mark" d="m10.500 16.300 3.800 3.900 7.200-8.200"/>',
  closed: '<rect x="6" y="6" width="20" height="20" rx="2.500"/>',
};

const SHAPE_OF = {
  reported: 'reported',
  investigating: 'working',
  planned: 'working',
  in_progress: 'working',
  forwarded: 'working',
  fixed: 'fixed',
  no_action: 'closed',
  not_responsible: 'closed',
  duplicate: 'closed',
};

/** The name of the glyph that goes with a status. */
export function shapeOf(status) {
  return SHAPE_OF[status] || 'reported';
}

export function pinIcon(status) {
  const shape = shapeOf(status);
  return L.divIcon({
    className: `pin pin--${shape}`,
    html: `<svg viewBox="0 0 32 32" aria-hidden="true">${SHAPES[shape]}</svg>`,
    iconSize: [36, 36],
    iconAnchor: [18, 18],
    popupAnchor: [0, -12],
  });
}

/** A ring divided by the shares of open, fixed and otherwise closed, with the count in it. */
export function ringIcon(count, open, fixed, words) {
  const size = count < 10 ? 38 : count < 100 ? 44 : count < 1000 ? 52 : 60;
  const parts = [['reported', open], ['fixed', fixed], ['closed', count - open - fixed]];
  let from = 0;
  let arcs = '';
  for (const [shape, n] of parts) {
    if (n > 0) {
      const share = (n / count) * 100;
      arcs += `<circle class="ring-${shape}" cx="22" cy="22" r="18" pathLength="100" stroke-dasharray="${share} ${100 - share}" stroke-dashoffset="${-from}"/>`;
      from += share;
    }
  }
  return L.divIcon({
    className: 'ring',
    html: `<svg viewBox="0 0 44 44" aria-hidden="true"><circle class="ring-ground" cx="22" cy="22" r="21"/><g transform="rotate(-90 22 22)">${arcs}</g></svg><span aria-hidden="true">${words}</span>`,
    iconSize: [size, size],
    iconAnchor: [size / 2, size / 2],
  });
}

/** The marker of a place that is being chosen. */
export function placeIcon() {
  return L.divIcon({
    className: 'place',
    html: '<svg viewBox="0 0 32 40" aria-hidden="true"><path d="M16 1C7.700 1 1 7.600 1 15.800 1 26.600 16 39 16 39s15-12.400 15-23.200C31 7.600 24.300 1 16 1z"/><circle cx="16" cy="15.500" r="5"/></svg>',
    iconSize: [44, 52],
    iconAnchor: [22, 50],
    popupAnchor: [0, -44],
  });
}

/** Says what a marker is to those who do not see it. */
export function setPlaceLabel(marker, text) {
  marker.getElement().setAttribute('aria-label', text);
}
