/* The search above the form moves the map; without scripts it leads to the map page. */
const EXACT = new Set(['ADDRESS', 'COORDINATES']);
const ZOOM = { MUNICIPALITY: 11, LOCALITY: 13, POSTCODE: 13, STREET: 15, ADDRESS: 17, COORDINATES: 17 };

export function searchPlaces(form, texts, choose) {
  const box = document.getElementById('place-hits');
  form.addEventListener('submit', async (e) => {
    e.preventDefault();
    const typed = form.elements.q.value.trim();
    if (typed === '') {
      return;
    }
    try {
      const answer = await fetch(`/api/places?limit=8&q=${encodeURIComponent(typed)}`, { headers: { Accept: 'application/json' } });
      if (!answer.ok) {
        throw new Error(String(answer.status));
      }
      show((await answer.json()).filter((hit) => hit.kind.toUpperCase() !== 'REPORT'));
    } catch {
      say(texts['hits-failed']);
    }
  });

  function show(hits) {
    if (hits.length === 0) {
      say(texts['hits-none']);
    } else if (hits.length === 1) {
      pick(hits[0]);
    } else {
      say(texts.hits.replace('{0}', hits.length));
      const list = document.createElement('ul');
      hits.forEach((hit) => {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'button button--link';
        button.textContent = hit.municipality && !hit.label.includes(hit.municipality) ? `${hit.label}, ${hit.municipality}` : hit.label;
        button.addEventListener('click', () => pick(hit));
        const row = document.createElement('li');
        row.append(button);
        list.append(row);
      });
      box.append(list);
    }
  }

  function pick(hit) {
    box.hidden = true;
    const kind = hit.kind.toUpperCase();
    if (!EXACT.has(kind)) {
      say(texts.moved.replace('{0}', hit.label));
    }
    choose({ lat: hit.lat, lon: hit.lon, zoom: hit.zoom ?? ZOOM[kind] ?? 14, exact: EXACT.has(kind) });
  }

  function say(text) {
    box.hidden = false;
    box.textContent = text;
  }
}
