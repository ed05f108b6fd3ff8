/* A report's page: its own small map, and sharing without anybody in between. */
import { createMap } from './map.js';

const element = document.getElementById('map');
createMap(element, { mode: 'show', status: element.dataset.status });

/* A report that is not public has nothing to share. */
const share = document.getElementById('share');
if (share !== null) {
  const status = document.getElementById('share-status');
  const { url, title, copied } = share.dataset;
  share.hidden = false;

  const native = document.getElementById('share-native');
  native.hidden = !navigator.share;
  native.addEventListener('click', () => navigator.share({ title, url }).catch(() => undefined));

  document.getElementById('share-copy').addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(url);
      status.textContent = copied;
    } catch {
      status.textContent = url; // not allowed to: then it can at least be marked and copied by hand
    }
  });
}

/* Thanked once: a shared or reloaded address does not thank again. */
const here = new URL(window.location.href);
if (here.searchParams.has('bekraftad')) {
  here.searchParams.delete('bekraftad');
  window.history.replaceState(null, '', here);
}
