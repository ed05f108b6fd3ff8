/* Reporting for a caller: the search moves the map, and the map fills in the place. Without scripts the search fills it in by itself. */
import { createMap } from './map.js';
import { searchPlaces } from './reporting-search.js';
import { onlyOnce, showAnew } from './case-form.js';

document.documentElement.classList.add('with-script');

const form = document.getElementById('call-form');
const element = document.getElementById('map');
const map = createMap(element, { mode: 'pick', marked: element.dataset.marked === 'true', onPick: choose });
const { lat, lon } = form.elements;

function choose(place) {
  lat.value = place.lat;
  lon.value = place.lon;
  map.setPlace(place.lat, place.lon);
}

for (const field of [lat, lon]) {
  field.addEventListener('change', () => {
    const [north, east] = [lat, lon].map((one) => Number(one.value.replace(',', '.')));
    if (north > 50 && north < 72 && east > 2 && east < 35) {
      map.setPlace(north, east);
      map.moveTo(north, east, 16);
    }
  });
}

/* The search is a button of the form, so that nothing typed is lost without scripts; here it leaves the form alone. */
const box = {
  elements: { q: form.elements.search },
  addEventListener(type, run) {
    form.addEventListener(type, (e) => {
      if (e.submitter?.value === 'search') {
        run(e);
      }
    });
  },
};
searchPlaces(box, JSON.parse(form.dataset.texts), (hit) => {
  map.moveTo(hit.lat, hit.lon, hit.zoom);
  if (hit.exact) {
    choose(hit);
  }
});
/* Another category asks other things. */
form.elements.category.addEventListener('change', () => showAnew(form, 'questions', ['call-questions']));

onlyOnce(form, 'send');
