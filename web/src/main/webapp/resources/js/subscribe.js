/* Watching a circle: the search moves the map, a click chooses the middle, and the circle shows what is watched. */
import { createMap } from './map.js';
import { searchPlaces } from './reporting-search.js';

const form = document.getElementById('circle');
const element = document.getElementById('map');
const { lat, lon, radie: radius } = form.elements;
const map = createMap(element, { mode: 'pick', marked: element.dataset.marked === 'true', onPick: choose });
show(true);

function choose(place) {
  lat.value = place.lat;
  lon.value = place.lon;
  show(false);
}

/** Draws the circle around the chosen place; all of it comes into view when its size was changed. */
function show(whole) {
  if (lat.value !== '') {
    map.setCircle(Number(lat.value), Number(lon.value), Number(radius.value), whole);
  }
}

radius.addEventListener('change', () => show(true));

const search = document.getElementById('search');
searchPlaces(search, JSON.parse(search.dataset.texts), (hit) => {
  map.setPlace(hit.lat, hit.lon);
  choose(hit);
  show(true);
});
